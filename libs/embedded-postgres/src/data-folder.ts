import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { executable } from './binaries';

/** Who the server runs as; undefined is the present user. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** Postgres refuses to run as root: then it runs as the folder's owner, or as nobody. */
export function runAs(dataDir: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY;
}

/** Starting from the folder, the server needs no right to search its parents, which root's home would refuse. */
export const placeOf = (dataDir: string, user: RunAs | undefined) =>
  user && process.platform === 'linux' ? '/proc/self/cwd' : dataDir;

export const processOptions = (cwd: string, user: RunAs | undefined) => ({
  cwd,
  env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
  ...user,
});

/** Creates the database files unless they are there. A start that was cut short leaves nothing half made. */
export async function createDataFolder(
  native: string,
  dataDir: string,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  const user = runAs(dataDir);
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'mainstay-'));
  try {
    const passwordFile = join(secret, 'password');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [fresh, secret, passwordFile]) chownSync(path, user.uid, user.gid);
    await initdb(native, fresh, passwordFile, user, durable);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  renameSync(fresh, dataDir);
}

function initdb(
  native: string,
  folder: string,
  passwordFile: string,
  user: RunAs | undefined,
  durable: boolean,
): Promise<void> {
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'];
  const unicode = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const all = ['-D', placeOf(folder, user), ...options, ...unicode, ...(durable ? [] : ['--no-sync'])];
  return new Promise((resolve, reject) => {
    const child = spawn(executable(native, 'initdb'), all, {
      ...processOptions(folder, user),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said || `initdb ended with ${code}`))));
  });
}
