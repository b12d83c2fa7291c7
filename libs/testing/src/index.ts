export * from './postgres';
export * from './test-database';
