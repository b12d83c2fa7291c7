import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { binaries, executable } from './binaries';
import { createDataFolder, placeOf, processOptions, runAs } from './data-folder';
import { EmbeddedPostgresError, explain } from './errors';
import { folderOwner } from './folder-owner';
import { stopLeftover } from './leftover';
import { endWithParent } from './watchdog';

export interface EmbeddedPostgresOptions {
  /** Folder of the database files; made on first start. A claim (`claimFolder`) on its parent is respected. */
  readonly dataDir: string;
  /** Superuser's password: set on first start, the same one ever after. */
  readonly password: string;
  /** On 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** False only where losing the data does not matter (tests). */
  readonly durable?: boolean;
  /** Server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  readonly superuserUrl: string;
  /** Its `exit` event tells when the server ended, asked to or not. */
  readonly process: ChildProcess;
  /** Ends sessions, writes everything down, and waits for the end. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const running = new Set<string>();

/** @throws EmbeddedPostgresError with a `code` that says why it did not start */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = place(options.dataDir);
  refuseIfInUse(dataDir);
  running.add(dataDir);
  try {
    return await startIn(dataDir, options);
  } catch (error) {
    running.delete(dataDir);
    throw explain(error, dataDir, options.port);
  }
}

/** One name for the folder, whatever links lead to it; its parent is made. */
function place(dataDir: string): string {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    return join(realpathSync(dirname(dataDir)), basename(dataDir));
  } catch (error) {
    throw explain(error, dataDir);
  }
}

async function startIn(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { password, durable = true } = options;
  const native = binaries(process.getuid?.() === 0);
  await stopLeftover(dataDir);
  await createDataFolder(native, dataDir, password, durable);
  const { child, port } = await launchOnPort(native, dataDir, options);
  const endWatch = endWithParent(child.pid!, runAs(dataDir));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => {
    endWatch();
    running.delete(dataDir);
  });
  const superuserUrl = `postgres://postgres:${encodeURIComponent(password)}@${HOST}:${port}/postgres`;
  return { host: HOST, port, superuserUrl, process: child, stop: () => stop(child, ended) };
}

function refuseIfInUse(dataDir: string): void {
  const owner = folderOwner(dirname(dataDir));
  if (!running.has(dataDir) && (!owner || owner.pid === process.pid)) return;
  const pid = owner?.pid ?? process.pid;
  throw new EmbeddedPostgresError(
    'folder-in-use',
    `The folder ${dataDir} is in use by another Mainstay (process ${pid}).`,
  );
}

async function launchOnPort(native: string, dataDir: string, options: EmbeddedPostgresOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    try {
      return { child: await launch(native, dataDir, port, options), port };
    } catch (error) {
      const said = String(error);
      const lostTheRace = options.port === undefined && said.includes('Address already in use');
      // Sessions of a server that was killed take a moment to notice.
      const stillEnding = said.includes('shared memory block');
      if (attempt === 20 || !(lostTheRace || stillEnding)) throw error;
      await pause(stillEnding ? 250 : 0);
    }
  }
}

function launch(
  native: string,
  dataDir: string,
  port: number,
  options: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const user = runAs(dataDir);
  const settings = {
    listen_addresses: HOST,
    unix_socket_directories: '',
    port,
    timezone: 'UTC',
    log_min_messages: 'log', // errors go to the session that caused them; statements may hold what no log should
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return new Promise((resolve, reject) => {
    // A group of its own: Ctrl-C at the terminal reaches the product, which then stops its database in good order.
    const child = spawn(executable(native, 'postgres'), ['-D', placeOf(dataDir, user), ...args], {
      ...processOptions(dataDir, user),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let said = '';
    const listen = (text: Buffer) => {
      said = (said + text).slice(-4000);
      if (!said.includes('ready to accept connections')) return;
      child.stderr.off('data', listen);
      child.stderr.resume();
      child.off('close', failed);
      resolve(child);
    };
    const failed = (code: number | null) => reject(new Error(said || `postgres ended with ${code}`));
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', failed);
  });
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(patience);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
