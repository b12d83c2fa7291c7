export * from './roles';
export * from './schema/migrate';
