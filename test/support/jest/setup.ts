import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../../libs/testing/src/jest/desk';
import setUpPostgres from '../../../libs/testing/src/jest/setup';
import { stopAfterRun } from '../../../libs/testing/src/jest/teardown';
import { preparedFolders } from '../prepared-folders';
import { startProduct } from '../product';

/** What the tests of a run share: one Postgres, and the data folders that most products under test begin with. */
export default async function setup(): Promise<void> {
  await setUpPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-prepared-'));
  stopAfterRun(async () => rmSync(folder, { recursive: true, force: true }));
  for (const kind of ['empty', 'demo'] as const) {
    const desk = await openDesk(async () => {
      const dataFolder = join(folder, kind);
      const product = await startProduct({ demo: kind === 'demo', dataFolder });
      await product.stop();
      return dataFolder;
    });
    process.env[preparedFolders[kind]] = String(desk.port);
    stopAfterRun(() => desk.close());
  }
}
