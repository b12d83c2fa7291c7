export * from './app.module';
export * from './calendar';
export * from './contexts';
export * from './platform.module';
export * from './server';
export * from './system/metrics';
export * from './system/start-state';
