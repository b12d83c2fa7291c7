import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../../apps/all-in-one/src/demo/people';
import { freePort } from '../../infra/local/free-port.mjs';
import { Caller } from './caller';
import { arePrepared, copyPrepared } from './prepared-folders';

export const root = join(__dirname, '..', '..');

export interface ProductUnderTest {
  readonly url: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Signs in as one of the demo people and calls the API. */
  as(username: string): Promise<Caller>;
  /** Ends the process as an operator would; keeps the folder. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Stops and removes everything. */
  dispose(): Promise<void>;
}

export interface ProductTestOptions {
  /** Load the demo enterprise and wait until it is there. */
  readonly demo?: boolean;
  readonly dataFolder?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the whole product in a process and on a port of its own: as `npm start` does on the folder that is named, or else
 * on a copy of one that was started before, once for the whole run.
 */
export async function startProduct(options: ProductTestOptions = {}): Promise<ProductUnderTest> {
  const prepared = options.dataFolder === undefined && arePrepared();
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'mainstay-product-'));
  if (prepared) await copyPrepared(options.demo ? 'demo' : 'empty', dataFolder);
  const port = options.port ?? (await freePort());
  // What was prepared was built.
  const script = prepared ? 'infra/local/serve.mjs' : 'infra/local/start.mjs';
  const child = spawn(process.execPath, [script, ...(options.demo ? [] : ['--empty'])], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      MAINSTAY_DATA: dataFolder,
      // A test asks as fast as it can.
      MAINSTAY_REQUESTS_PER_MINUTE: '1000000',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await said(child, 'Ctrl-C stops it');
  const url = `http://localhost:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    dataFolder,
    process: child,
    as: async (username) => new Caller(url, await accessToken(url, username)),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    dispose: async () => {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The way scripts sign in: the password grant of the embedded provider. */
export async function accessToken(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/identity/realms/mainstay/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'mainstay-cli',
      username,
      password: DEMO_PASSWORD,
      scope: 'openid organization:*',
    }),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (!answer.access_token)
    throw new Error(`Sign-in of ${username} answered ${response.status}: ${answer.error_description}`);
  return answer.access_token;
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (text: Buffer) => {
      output += text;
      if (output.includes(words)) resolve();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${output}`)));
  });
}
