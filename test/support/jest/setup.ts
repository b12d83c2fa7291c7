import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../../libs/testing/src/jest/desk';
import setUpPostgres from '../../../libs/testing/src/jest/setup';
import { stopAfterRun } from '../../../libs/testing/src/jest/teardown';
import { FOLDERS_PORT } from '../prepared-folders';
import { startProduct } from '../product';

/** What the tests of a run share: servers of Postgres, and the data folders that most products under test begin with. */
export default async function setup(): Promise<void> {
  await setUpPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-prepared-'));
  const desk = await openDesk(async (kind) => {
    const dataFolder = join(folder, kind);
    const product = await startProduct({ demo: kind === 'demo', dataFolder });
    await product.stop();
    return dataFolder;
  });
  process.env[FOLDERS_PORT] = String(desk.port);
  stopAfterRun(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
}
