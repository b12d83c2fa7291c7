import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { claimFolder, folderOwner } from './folder-owner';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start';

const open: EmbeddedPostgres[] = [];
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mainstay-embedded-'));
  folders.push(made);
  return made;
}

async function start(dataDir: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, password: 'pass:word/?#', durable: false, ...options });
  open.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

afterEach(() => Promise.all(open.splice(0).map((server) => server.stop())));
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

describe('the embedded Postgres', () => {
  const dataDir = join(folder(), 'postgres'); // made by the first test, found by the others

  it('keeps its data from one start to the next', async () => {
    const first = await start(dataDir);
    await ask(first.superuserUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start(dataDir);
    expect(await ask(second.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('asks for a password', async () => {
    const { port } = await start(dataDir);
    await expect(ask(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('knows letters beyond ASCII, and takes settings', async () => {
    const { superuserUrl } = await start(dataDir, { settings: { work_mem: '8MB' } });
    expect(await ask(superuserUrl, `select lower('ÄÉ') as lower, current_setting('work_mem') as memory`)).toEqual([
      { lower: 'äé', memory: '8MB' },
    ]);
  });

  it('refuses a folder that this process uses already, however often, and leaves the server in it alone', async () => {
    const { superuserUrl } = await start(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'folder-in-use' });
    expect(await ask(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a folder that another living Mainstay has claimed', async () => {
    const claimed = folder();
    const mark = { pid: process.ppid, startMark: '' };
    writeFileSync(join(claimed, 'mainstay.pid'), JSON.stringify(mark));
    await expect(start(join(claimed, 'postgres'))).rejects.toMatchObject({ code: 'folder-in-use' });
    expect(() => claimFolder(claimed)).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
  });

  it('says that the port is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    await expect(start(dataDir, { port })).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${port} is taken by another program.`,
    });
    taken.close();
  });

  it('says that the folder cannot be written', async () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    await expect(start(join(file, 'postgres'))).rejects.toMatchObject({ code: 'folder-not-writable' });
  });

  it('starts again after a first start that was cut short', async () => {
    const fresh = join(folder(), 'postgres');
    mkdirSync(`${fresh}.new/base`, { recursive: true });
    await start(fresh);
    expect(existsSync(`${fresh}.new`)).toBe(false);
  });

  it('ignores the pid file of a server that is gone, though its number is in use by another program', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n/nowhere\n`);
    const again = await start(dataDir);
    expect(await ask(again.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after kill -9', () => {
  /** Starts the server in a process of its own, which is then killed. */
  async function startAndKill(dataDir: string, signalServer?: NodeJS.Signals): Promise<void> {
    const parent = fork(join(__dirname, 'start.fixture.cjs'), [dataDir], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const { serverPid } = await message(parent);
    if (signalServer) process.kill(serverPid, signalServer);
    const ended = new Promise((resolve) => parent.once('exit', resolve));
    parent.kill('SIGKILL');
    await ended;
  }

  it('of the product, the next start has the folder and the data', async () => {
    const dataDir = join(folder(), 'postgres');
    await startAndKill(dataDir);
    const again = await start(dataDir);
    expect(await ask(again.superuserUrl, 'select answer from written')).toEqual([{ answer: 7 }]);
  });

  it('of the product and of its database, the next start has the folder and the data', async () => {
    const dataDir = join(folder(), 'postgres');
    await startAndKill(dataDir, 'SIGKILL');
    const again = await start(dataDir);
    expect(await ask(again.superuserUrl, 'select answer from written')).toEqual([{ answer: 7 }]);
  });
});

describe('a claim on a folder', () => {
  it('stands until it is given back', () => {
    const claimed = folder();
    const release = claimFolder(claimed);
    expect(folderOwner(claimed)).toMatchObject({ pid: process.pid });
    expect(() => claimFolder(claimed)).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
    release();
    expect(folderOwner(claimed)).toBeUndefined();
    claimFolder(claimed)();
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startMark: 'x' })],
    ['of a process whose number another has now', JSON.stringify({ pid: process.ppid, startMark: 'another start' })],
    ['that is no claim', 'nonsense'],
  ])('%s counts for nothing', (_, text) => {
    const claimed = folder();
    writeFileSync(join(claimed, 'mainstay.pid'), text);
    const release = claimFolder(claimed);
    expect(JSON.parse(readFileSync(join(claimed, 'mainstay.pid'), 'utf8'))).toMatchObject({ pid: process.pid });
    release();
  });

  it('on a folder that cannot be written says so', () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    expect(() => claimFolder(file)).toThrow(expect.objectContaining({ code: 'folder-not-writable' }));
  });
});

const message = (child: ChildProcess) =>
  new Promise<{ serverPid: number }>((resolve, reject) => {
    child.once('message', (said) => resolve(said as { serverPid: number }));
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}.`)));
  });
