export * from './postgres';
export * from './test-database';
export * from './read-model-harness';
