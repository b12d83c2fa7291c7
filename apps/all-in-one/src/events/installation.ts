import { type Environment, readConfiguration } from '@mainstay/configuration';
import { type PerRole, PostgresEventStore } from '@mainstay/event-store-postgres';
import { type Installation, TransferError, type TransferredFile } from '@mainstay/event-transfer';
import { FileStore } from '@mainstay/file-store';
import { type MasterKeys, PersonalDataVault } from '@mainstay/personal-data';
import { Pool } from 'pg';

interface Addresses {
  readonly urls: Pick<PerRole, 'api' | 'projector'>;
  /** Where events are in EventStoreDB. */
  readonly eventStoreDbUrl?: string;
  readonly personalData: MasterKeys;
}

/**
 * Work on the installation that the environment names: the services' PostgreSQL (and EventStoreDB), or the data folder.
 * @param foreignKey master key with which keys taken over are wrapped, where it is not that of the installation
 */
export async function onInstallation(
  env: Environment,
  foreignKey: Buffer | undefined,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  if (env.DATABASE_HOST ?? env.DATABASE_URL_API) {
    const { database, store, personalData } = readConfiguration('events', env);
    const { eventStoreDbUrl } = store;
    const { key: masterKey, alsoKey } = personalData;
    return opened({ urls: database.urls, eventStoreDbUrl, personalData: { masterKey, alsoKey } }, foreignKey, work);
  }
  // What brings a database along is not needed beside services.
  const { onEmbeddedDatabase } = await import('../on-embedded-database.js');
  await onEmbeddedDatabase(({ urls, secrets }) =>
    opened({ urls, personalData: { masterKey: Buffer.from(secrets.personalDataKey, 'base64') } }, foreignKey, work),
  );
}

async function opened(
  { urls, eventStoreDbUrl, personalData }: Addresses,
  foreignKey: Buffer | undefined,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const store = await openStore(urls, eventStoreDbUrl);
  const pool = new Pool({ connectionString: urls.api, max: 2, connectionTimeoutMillis: 5_000 });
  const vault = new PersonalDataVault({ pool, ...personalData });
  const files = new FileStore(pool);
  try {
    await work({
      store,
      keys: {
        of: (tenant) => vault.wrappedKeys(tenant),
        take: (tenant, keys) => vault.adopt(tenant, keys, foreignKey),
      },
      files: {
        of: (tenant) => filesOf(files, tenant),
        take: async (tenant, { sha256, bytes }) => {
          const stored = await files.put(tenant, bytes);
          if (stored.sha256 !== sha256)
            throw new TransferError(`File ${sha256} of ${tenant} is not what its hash says.`);
        },
      },
    });
  } finally {
    await Promise.all([store.close(), pool.end()]);
  }
}

async function openStore(urls: Addresses['urls'], eventStoreDbUrl?: string): Promise<Installation['store']> {
  if (!eventStoreDbUrl) return new PostgresEventStore({ urls, allowBackdating: true });
  const { EventStoreDbEventStore } = await import('@mainstay/event-store-eventstoredb');
  return new EventStoreDbEventStore({ url: eventStoreDbUrl, allowBackdating: true });
}

async function* filesOf(files: FileStore, tenant: string): AsyncGenerator<TransferredFile> {
  for (const { sha256 } of await files.list(tenant)) {
    const bytes = await files.get(tenant, sha256);
    if (bytes) yield { sha256, bytes };
  }
}
