import { claimFolder, EmbeddedPostgresError, folderOwner, startEmbeddedPostgres } from '@mainstay/embedded-postgres';
import { type PerRole, roleUrls } from '@mainstay/event-store-postgres';
import { readSettings } from './configuration';
import { DATABASE, passwords } from './database';
import { DataFolder, type Secrets } from './start/data-folder';
import { StartError } from './start/start-error';

export interface EmbeddedAddresses {
  readonly urls: PerRole;
  readonly secrets: Secrets;
}

/**
 * Work on the database of the data folder: beside a running product, or alone with a database started for it.
 * @throws StartError when there is no Mainstay in the folder, or its database does not start
 */
export async function onEmbeddedDatabase(work: (addresses: EmbeddedAddresses) => Promise<void>): Promise<void> {
  const folder = new DataFolder(readSettings(process.env).dataFolder);
  const running = folderOwner(folder.path) && folder.running();
  if (!running && !folder.demoState()) throw new StartError(`There is no Mainstay in ${folder.path}.`);
  const secrets = folder.secrets();
  if (running) {
    const superuser = `postgres://postgres@127.0.0.1:${running.postgresPort}/postgres`;
    return work({ urls: roleUrls(superuser, DATABASE, passwords(secrets)), secrets });
  }
  const release = claimFolder(folder.path);
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: folder.postgres, password: secrets.postgresPassword });
    try {
      await work({ urls: roleUrls(postgres.superuserUrl, DATABASE, passwords(secrets)), secrets });
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  } finally {
    release();
  }
}
