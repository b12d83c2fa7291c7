import { migrateEventStore } from '@mainstay/event-store-postgres';
import type { EventStore } from '@mainstay/event-sourcing';
import { FileStore, fileStoreSchema } from '@mainstay/file-store';
import { type MasterKeys, PersonalDataVault, vaultSchema } from '@mainstay/personal-data';
import { type AnyReadTable, type Progress, ReadStore, readStoreSchema } from '@mainstay/read-store';
import { Client, Pool } from 'pg';
import { projections } from './contexts';

export interface DatabaseOptions {
  /** Address for the role that serves requests. */
  readonly url: string;
  readonly store: Pick<EventStore, 'head'>;
  readonly progress: Progress;
  readonly personalData: MasterKeys;
}

/** What requests need of PostgreSQL beside the events. */
export interface Database {
  readonly readStore: ReadStore;
  readonly vault: PersonalDataVault;
  readonly files: FileStore;
  close(): Promise<void>;
}

/** Opens what a migrated database holds for requests. */
export async function openDatabase({ url, store, progress, personalData }: DatabaseOptions): Promise<Database> {
  const tables = projections.flatMap<AnyReadTable>((projection) => Object.values(projection.tables));
  const readStore = await ReadStore.open({ url, tables, progress, store });
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 });
  return {
    readStore,
    vault: new PersonalDataVault({ pool, ...personalData }),
    files: new FileStore(pool),
    close: async () => {
      await Promise.all([readStore.close(), pool.end()]);
    },
  };
}

/** Brings every schema up to date, as the role that owns them; harmless when they are. */
export async function migrateDatabase(url: string): Promise<void> {
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
