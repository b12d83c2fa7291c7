import { readConfiguration } from '@mainstay/configuration';
import { prepareDatabase } from '@mainstay/event-store-postgres';
import { migrateRelay } from '@mainstay/messaging-kafka';
import { migrateDatabase } from '@mainstay/product';
import { createLogger, runService, untilAvailable } from '@mainstay/service';
import { Client } from 'pg';

/** `npm run migrate`: makes roles and database where it may, and brings every schema up to date. Harmless when repeated. */
void runService(() => {
  const { process: about, database, superuser } = readConfiguration('migrate', process.env);
  const logger = createLogger('migrate', about.logLevel);
  const migrate = async () => {
    const { urls, name } = database;
    if (superuser.superuserUrl) await prepareDatabase(superuser.superuserUrl, name, passwordsOf(urls));
    await migrateDatabase(urls.migrate);
    await relayOf(urls.migrate);
  };
  return {
    logger,
    start: async (signal) => {
      await untilAvailable(migrate, { onProblem: (error) => logger.warn({ err: error }, 'waiting'), signal });
      logger.info('the database is up to date');
      return process.exit(0);
    },
  };
});

async function relayOf(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await migrateRelay(client);
  } finally {
    await client.end();
  }
}

function passwordsOf<Role extends string>(urls: Readonly<Record<Role, string>>): Record<Role, string> {
  const passwords = Object.entries<string>(urls).map(([role, url]) => [
    role,
    decodeURIComponent(new URL(url).password),
  ]);
  return Object.fromEntries(passwords) as Record<Role, string>;
}
