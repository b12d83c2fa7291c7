export * from './migration';
export * from './rewrap';
export * from './sealed';
export * from './vault';
export { ForeignKey, type MasterKeys } from './wrapped';
