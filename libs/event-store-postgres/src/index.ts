export * from './postgres-event-store';
export * from './roles';
export * from './schema/migrate';
