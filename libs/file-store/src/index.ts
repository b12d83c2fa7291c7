export * from './file-store';
export * from './migration';
