import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors';
import { isAlive, isPostgresOf } from './processes';

/**
 * Stops a Postgres that outlived the process which had started it, and clears what a killed one left behind.
 * @throws EmbeddedPostgresError `folder-in-use` when it does not stop
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const pid = postmasterPid(pidFile);
  if (pid === undefined) return;
  if (isAlive(pid) && isPostgresOf(pid, dataDir)) {
    for (const [signal, seconds] of [
      ['SIGINT', 20],
      ['SIGQUIT', 10],
    ] as const) {
      signalIfThere(pid, signal);
      if (await goneWithin(pid, seconds)) break;
    }
    if (isAlive(pid) && isPostgresOf(pid, dataDir)) {
      throw new EmbeddedPostgresError(
        'folder-in-use',
        `The folder ${dataDir} is in use by a database server (process ${pid}) that does not stop.`,
      );
    }
  }
  // The number may belong to another program by now, which Postgres would take for a running server.
  rmSync(pidFile, { force: true });
}

function postmasterPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function goneWithin(pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 25) {
    if (!isAlive(pid)) return true;
    await pause(25);
  }
  return !isAlive(pid);
}
