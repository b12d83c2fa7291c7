export * from './message';
export * from './partition';
