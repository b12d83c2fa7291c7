export * from './migration';
export * from './sealed';
export * from './vault';
