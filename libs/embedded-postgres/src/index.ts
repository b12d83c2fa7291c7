export * from './errors';
export * from './folder-owner';
export * from './start';
