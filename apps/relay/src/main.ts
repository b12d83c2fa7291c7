import { readConfiguration } from '@mainstay/configuration';
import { createLogger, runService } from '@mainstay/service';
import { startRelay } from './relay';

void runService(() => {
  const configuration = readConfiguration('relay', process.env);
  const logger = createLogger('relay', configuration.process.logLevel);
  return { logger, start: () => startRelay(configuration, logger) };
});
