import 'reflect-metadata';
import { readConfiguration } from '@mainstay/configuration';
import { createLogger, runService } from '@mainstay/service';
import { startProjector } from './projector';

void runService(() => {
  const configuration = readConfiguration('projector', process.env);
  const logger = createLogger('projector', configuration.process.logLevel);
  return { logger, start: () => startProjector(configuration, logger) };
});
