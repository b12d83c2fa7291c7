import 'reflect-metadata';
import { claimFolder, EmbeddedPostgresError, folderOwner, startEmbeddedPostgres } from '@mainstay/embedded-postgres';
import { type PerRole, PostgresEventStore, roleUrls } from '@mainstay/event-store-postgres';
import { rebuildProjection } from '@mainstay/read-store';
import { events, projections } from '@mainstay/product';
import { readSettings } from './configuration';
import { DATABASE, passwords } from './database';
import { DataFolder } from './start/data-folder';
import { StartError } from './start/start-error';

/** `npm run rebuild -- <projection>`: works beside a running product, or alone on its data folder. */
export async function rebuild(args: readonly string[]): Promise<void> {
  const names = projections.map(({ name }) => name);
  const [name] = args;
  if (args.length !== 1 || !name || !names.includes(name)) {
    console.error(`Say which read model to rebuild: npm run rebuild -- <projection>\nThere are: ${names.join(', ')}.`);
    process.exit(1);
  }
  try {
    await onDatabase(async (urls) => {
      const store = new PostgresEventStore({ urls });
      try {
        const { events: count, seconds } = await rebuildProjection({ store, urls, projections, events }, name);
        console.log(`Rebuilt ${name} from ${count} events in ${seconds.toFixed(1)} s.`);
      } finally {
        await store.close();
      }
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function onDatabase(work: (urls: PerRole) => Promise<void>): Promise<void> {
  const folder = new DataFolder(readSettings(process.env).dataFolder);
  const running = folderOwner(folder.path) && folder.running();
  const secrets = folder.secrets();
  if (running) {
    const superuser = `postgres://postgres@127.0.0.1:${running.postgresPort}/postgres`;
    return work(roleUrls(superuser, DATABASE, passwords(secrets)));
  }
  if (!folder.demoState()) throw new StartError(`There is no Mainstay in ${folder.path}.`);
  const release = claimFolder(folder.path);
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: folder.postgres, password: secrets.postgresPassword });
    try {
      await work(roleUrls(postgres.superuserUrl, DATABASE, passwords(secrets)));
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  } finally {
    release();
  }
}
