import { spawnSync } from 'node:child_process';
import { askDesk } from '../../libs/testing/src/jest/desk';

/** The data folders that a run prepares once, and where its workers ask for them. */
export const preparedFolders = { empty: 'MAINSTAY_TEST_EMPTY_FOLDER_PORT', demo: 'MAINSTAY_TEST_DEMO_FOLDER_PORT' };

/** Outside a run of Jest there are none. */
export const arePrepared = (): boolean => process.env[preparedFolders.empty] !== undefined;

/** Copies what a product left that was started with the demo enterprise, or without, and ended in good order. */
export async function copyPrepared(kind: keyof typeof preparedFolders, folder: string): Promise<void> {
  const from = await askDesk(Number(process.env[preparedFolders[kind]]));
  // Keeps whose the files are: as root, those of Postgres are somebody else's.
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The prepared folder could not be copied: ${stderr}`);
}
