import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { folderOwner } from '@mainstay/embedded-postgres';
import { StartError } from './start-error';

/** Throws the data folder away, after asking. Never touches a folder in use, or one that is not Mainstay's. */
export async function resetFolder(folder: string, sure: boolean): Promise<void> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const owner = folderOwner(folder);
  if (owner)
    throw new StartError(
      `The folder ${folder} is in use by another Mainstay (process ${owner.pid}). Stop that one first.`,
    );
  if (!existsSync(join(folder, 'keys')) || !existsSync(join(folder, 'logs'))) {
    throw new StartError(`The folder ${folder} does not look like Mainstay's; nothing was deleted.`);
  }
  if (!sure && !(await confirmed(folder))) throw new StartError('Nothing was deleted.');
  rmSync(folder, { recursive: true });
}

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new StartError('--reset asks before it deletes; add --yes where nobody can answer.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete everything in ${folder}? Type yes to confirm: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
