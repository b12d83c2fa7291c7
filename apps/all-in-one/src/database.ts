import {
  type DatabaseRole,
  migrateEventStore,
  type PerRole,
  PostgresEventStore,
  prepareDatabase,
} from '@mainstay/event-store-postgres';
import { START } from '@mainstay/event-sourcing';
import { FileStore, fileStoreSchema } from '@mainstay/file-store';
import { PersonalDataVault, vaultSchema } from '@mainstay/personal-data';
import { events, projections } from '@mainstay/product';
import { type AnyReadTable, Projector, ReadStore, readStoreSchema } from '@mainstay/read-store';
import { Client, Pool } from 'pg';
import type { Secrets } from './start/data-folder';

export const DATABASE = 'mainstay';

export interface Database {
  readonly urls: PerRole;
  readonly store: PostgresEventStore;
  readonly projector: Projector;
  readonly readStore: ReadStore;
  readonly vault: PersonalDataVault;
  readonly files: FileStore;
  /** True when nothing has ever been recorded. */
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

/** Migrates the database and opens everything that stands on it. */
export async function openDatabase(
  superuserUrl: string,
  secrets: Secrets,
  onProblem: (error: Error) => void,
): Promise<Database> {
  const urls = await prepareDatabase(superuserUrl, DATABASE, passwords(secrets));
  await migrate(urls.migrate);
  const store = new PostgresEventStore({ urls, allowBackdating: true });
  const projector = new Projector({ store, urls, projections, events, onProblem });
  const tables = projections.flatMap<AnyReadTable>((projection) => Object.values(projection.tables));
  const readStore = await ReadStore.open({ url: urls.api, tables, progress: projector.progress, store });
  const pool = new Pool({ connectionString: urls.api, max: 4 });
  return {
    urls,
    store,
    projector,
    readStore,
    vault: new PersonalDataVault({ pool, masterKey: Buffer.from(secrets.personalDataKey, 'base64') }),
    files: new FileStore(pool),
    isEmpty: async () => (await store.readFeed(START, 1)).events.length === 0,
    close: async () => {
      await projector.stop();
      await Promise.all([readStore.close(), pool.end(), store.close()]);
    },
  };
}

/** One secret of the installation gives each role a password of its own. */
export function passwords({ servicePassword }: Secrets): PerRole {
  const password = (role: DatabaseRole) => `${servicePassword}-${role}`;
  return { migrate: password('migrate'), api: password('api'), projector: password('projector') };
}

async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await migrateEventStore(client);
    await client.query(vaultSchema());
    await client.query(fileStoreSchema());
    await client.query(readStoreSchema());
  } finally {
    await client.end();
  }
}
