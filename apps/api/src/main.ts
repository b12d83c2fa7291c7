import 'reflect-metadata';
import { readConfiguration } from '@mainstay/configuration';
import { createLogger, runService } from '@mainstay/service';
import { startApi } from './api';

void runService(() => {
  const configuration = readConfiguration('api', process.env);
  const logger = createLogger('api', configuration.process.logLevel);
  return { logger, start: (signal) => startApi(configuration, logger, signal) };
});
