import { spawnSync } from 'node:child_process';
import { askDesk } from '../../libs/testing/src/jest/desk';

/** Where the workers of a run ask for the data folders that it prepares once. */
export const FOLDERS_PORT = 'MAINSTAY_TEST_FOLDERS_PORT';

/** Outside a run of Jest there are none. */
export const arePrepared = (): boolean => process.env[FOLDERS_PORT] !== undefined;

/** Copies what a product left that was started with the demo enterprise, or without, and ended in good order. */
export async function copyPrepared(kind: 'empty' | 'demo', folder: string): Promise<void> {
  const from = await askDesk(Number(process.env[FOLDERS_PORT]), kind);
  // Keeps whose the files are: as root, those of Postgres are somebody else's.
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The prepared folder could not be copied: ${stderr}`);
}
