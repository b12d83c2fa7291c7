import { randomUUID } from 'node:crypto';
import { migrateEventStore, type PerRole, prepareDatabase, roleUrls } from '@mainstay/event-store-postgres';
import { Client } from 'pg';
import { askDesk } from './jest/desk';
import { ASK_PORT } from './jest/run-server';
import { startPostgres } from './postgres';

export interface TestDatabase {
  /** Addresses of a database of its own, migrated, for each role and for the superuser. */
  readonly urls: PerRole & { readonly superuser: string };
  /** Drops the database; open sessions are ended. */
  stop(): Promise<void>;
}

const TEMPLATE = 'mainstay_template';
const PREPARE_LOCK = 7_310_002;
const passwords: PerRole = { migrate: 'test-migrate', api: 'test-api', projector: 'test-projector' };

/** A fresh database on the Postgres of this worker of the test run (or, outside Jest, on one of its own). */
export async function testDatabase(): Promise<TestDatabase> {
  const own = process.env[ASK_PORT] ? undefined : await startPostgres();
  const server =
    own?.superuserUrl ?? (await askDesk(Number(process.env[ASK_PORT]), process.env['JEST_WORKER_ID'] ?? '1'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await connected(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    await prepareTemplate(client, server);
    await client.query('select pg_advisory_unlock($1)', [PREPARE_LOCK]);
    await client.query(`create database ${name} template ${TEMPLATE} owner mainstay_migrate strategy file_copy`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to mainstay_api, mainstay_projector`);
  });
  const superuser = new URL(server);
  superuser.pathname = `/${name}`;
  return {
    urls: { ...roleUrls(server, name, passwords), superuser: superuser.toString() },
    stop: async () => {
      if (own) await own.stop();
      else await connected(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function prepareTemplate(client: Client, server: string): Promise<void> {
  const ready = await client.query('select from pg_database where datname = $1 and not datallowconn', [TEMPLATE]);
  if (ready.rowCount) return;
  const { migrate } = await prepareDatabase(server, TEMPLATE, passwords);
  await connected(migrate, migrateEventStore);
  await client.query(`alter database ${TEMPLATE} allow_connections false`);
}

async function connected(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
