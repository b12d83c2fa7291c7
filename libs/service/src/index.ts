export { type HealthServer, type HealthServerOptions, startHealthServer } from './health-server';
export { createLogger } from './logger';
export { type RunningService, runService, type Service } from './run-service';
export { untilAvailable } from './until-available';
