import { type DatabaseRole, type PerRole, PostgresEventStore, prepareDatabase } from '@mainstay/event-store-postgres';
import { START } from '@mainstay/event-sourcing';
import { type Database, events, migrateDatabase, openDatabase, projections } from '@mainstay/product';
import { Projector } from '@mainstay/read-store';
import type { Secrets } from './start/data-folder';

export const DATABASE = 'mainstay';

export interface EmbeddedDatabase extends Database {
  readonly urls: PerRole;
  readonly store: PostgresEventStore;
  readonly projector: Projector;
  /** True when nothing has ever been recorded. */
  isEmpty(): Promise<boolean>;
}

/** Migrates the database and opens everything that stands on it, events and projector too. */
export async function openEmbeddedDatabase(
  superuserUrl: string,
  secrets: Secrets,
  onProblem: (error: Error) => void,
): Promise<EmbeddedDatabase> {
  const urls = await prepareDatabase(superuserUrl, DATABASE, passwords(secrets));
  await migrateDatabase(urls.migrate);
  const store = new PostgresEventStore({ urls, allowBackdating: true });
  const projector = new Projector({ store, urls, projections, events, onProblem });
  const personalData = { masterKey: Buffer.from(secrets.personalDataKey, 'base64') };
  const database = await openDatabase({ url: urls.api, store, progress: projector.progress, personalData });
  return {
    ...database,
    urls,
    store,
    projector,
    isEmpty: async () => (await store.readFeed(START, 1)).events.length === 0,
    close: async () => {
      await projector.stop();
      await Promise.all([database.close(), store.close()]);
    },
  };
}

/** One secret of the installation gives each role a password of its own. */
export function passwords({ servicePassword }: Secrets): PerRole {
  const password = (role: DatabaseRole) => `${servicePassword}-${role}`;
  return { migrate: password('migrate'), api: password('api'), projector: password('projector') };
}
