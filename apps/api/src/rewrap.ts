import { ConfigurationError, readConfiguration } from '@mainstay/configuration';
import { rewrapKeys } from '@mainstay/personal-data';
import { createLogger, runService, untilAvailable } from '@mainstay/service';
import { Client } from 'pg';

const NO_KEY_BEFORE =
  'MAINSTAY_PERSONAL_DATA_KEY_ALSO must be given: the master key that MAINSTAY_PERSONAL_DATA_KEY takes the place of.';

/** `npm run rewrap`: wraps every person's key with the new master key, while the services run. Harmless when repeated. */
void runService(() => {
  const { process: about, database, personalData } = readConfiguration('rewrap', process.env);
  const { key: masterKey, alsoKey } = personalData;
  if (!alsoKey) throw new ConfigurationError([NO_KEY_BEFORE]);
  const logger = createLogger('rewrap', about.logLevel);
  const rewrap = async () => {
    const client = new Client({ connectionString: database.urls.migrate });
    await client.connect();
    try {
      return await rewrapKeys(client, { masterKey, alsoKey });
    } finally {
      await client.end();
    }
  };
  return {
    logger,
    start: async (signal) => {
      const onProblem = (error: Error) => logger.warn({ err: error }, 'waiting');
      logger.info(await untilAvailable(rewrap, { onProblem, signal }), 'every key is wrapped with the new master key');
      return process.exit(0);
    },
  };
});
