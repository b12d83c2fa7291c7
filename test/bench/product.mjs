// The whole product in a process of its own: HTTP commands against a bare INSERT on its database, command to visible, start.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { freePort } from '../../infra/local/free-port.mjs';
import { bareInserts } from './append.mjs';
import { durations, median, percentile, rate, root, round } from './support.mjs';
import { measureMatrix } from './matrix.mjs';
import { measureWeb } from './web.mjs';

const CONNECTIONS = 32;
const SECONDS = 2;

export async function start(folder, args) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'infra/local/serve.mjs'), ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      MAINSTAY_DATA: folder,
      MAINSTAY_REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const says = (words) =>
    new Promise((resolve, reject) => {
      child.stdout.on('data', (text) => String(text).includes(words) && resolve());
      child.once('exit', () => reject(new Error('The product ended.')));
    });
  const done = says('Ctrl-C');
  await says('is ready');
  const readyMs = performance.now() - began;
  await done;
  return { url: `http://localhost:${port}`, pid: child.pid, readyMs, stop: () => (child.kill('SIGTERM'), ended) };
}

export async function measureProduct(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  try {
    const first = await start(folder, []);
    const web = { ...(await measureWeb(first.url)), ...(await measureMatrix(first.url)) };
    await first.stop();
    const starts = [];
    for (let turn = 0; turn < 3; turn++) {
      const again = await start(folder, []);
      starts.push(again.readyMs);
      await again.stop();
    }
    const product = await start(folder, []);
    const rss = memoryMb(product.pid);
    const http = await commands(product, folder, rounds);
    const visible = await visibleMs(product.url);
    const loaded = memoryMb(product.pid);
    await product.stop();
    return {
      ...http,
      visible_p95_ms: round(percentile(visible, 0.95)),
      visible_median_ms: round(median(visible)),
      ready_ms: round(median(starts), 0),
      rss_mb: rss,
      rss_after_load_mb: loaded,
      ...web,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Full path: token checked, body parsed, decided, appended, answered. Each command registers an account. */
async function commands({ url }, folder, rounds) {
  const { postgresPort } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
  const { postgresPassword } = JSON.parse(readFileSync(join(folder, 'keys/secrets.json'), 'utf8'));
  const bare = await bareInserts(
    `postgres://postgres:${postgresPassword}@127.0.0.1:${postgresPort}/postgres`,
    CONNECTIONS,
  );
  const authorization = `Bearer ${await token(url, 'marcus')}`;
  let number = 0;
  const run = () =>
    autocannon({
      url: `${url}/api/t/aldermoor/accounts`,
      connections: CONNECTIONS,
      duration: SECONDS,
      requests: [
        {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          setupRequest: (request) => ({
            ...request,
            body: JSON.stringify({
              code: `B-${++number}`,
              name: `Bench ${number}`,
              industry: 'Energy',
              countries: ['DE'],
              spend: number,
            }),
          }),
        },
      ],
    });
  await run();
  const [ratios, perSecond] = [[], []];
  for (let turn = 0; turn < rounds; turn++) {
    const inserted = await rate(CONNECTIONS, SECONDS, bare.insert);
    const { '2xx': answered, non2xx, duration } = await run();
    if (non2xx > 0) throw new Error(`${non2xx} commands were refused.`);
    ratios.push(answered / duration / inserted);
    perSecond.push(answered / duration);
  }
  await bare.close();
  return { http_command_vs_insert_32: round(median(ratios)), http_commands_per_s_32: round(median(perSecond), 0) };
}

/** From the moment a command is sent until a query shows what it did. */
async function visibleMs(url) {
  const authorization = `Bearer ${await token(url, 'marcus')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const call = async (method, path, body, more = {}) => {
    const response = await fetch(`${url}/api/t/aldermoor/${path}`, {
      method,
      headers: { ...headers, ...more },
      body: body && JSON.stringify(body),
    });
    return { answer: await response.json(), position: response.headers.get('position') };
  };
  const { answer } = await call('POST', 'accounts', { code: 'VISIBLE', name: 'Visible', spend: 1 });
  return durations(200, async (turn) => {
    const spend = turn + 2;
    const { position } = await call('PATCH', `accounts/${answer.id}`, { spend });
    const { answer: account } = await call('GET', `accounts/${answer.id}`, undefined, { position });
    if (account.spend !== spend) throw new Error('A query did not show the command before it.');
  });
}

export async function token(url, username) {
  const response = await fetch(`${url}/identity/realms/mainstay/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'mainstay-cli',
      username,
      password: 'mainstay-demo',
      scope: 'openid organization:*',
    }),
  });
  return (await response.json()).access_token;
}

function memoryMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024, 0);
}
