// npm run bench:apis: commands a second through the proxy with two copies of the API against one, on the distributed shape.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startDistributed } from '../../infra/local/distributed/start.mjs';
import { freePort } from '../../infra/local/free-port.mjs';
import { median, round } from './support.mjs';

const CONNECTIONS = 32;
const SECONDS = 4;
const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-apis-'));
const running = await startDistributed({
  dataFolder: folder,
  port: await freePort(),
  apis: 1,
  projectors: 1,
  web: false,
  env: { MAINSTAY_REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'warn' },
  say: (line) => console.error(line),
});
let sent = 0;

/** Each command registers an account: token checked, body parsed, decided, appended, answered. */
async function commandsPerSecond() {
  const token = await running.accessToken('priya');
  const {
    '2xx': accepted,
    duration,
    non2xx,
  } = await autocannon({
    url: `${running.url}/api/t/aldermoor/accounts`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        setupRequest: (request) => {
          const code = `B-${sent++}`;
          return { ...request, body: JSON.stringify({ code, name: `Bench ${code}` }) };
        },
      },
    ],
  });
  if (non2xx > 0) throw new Error(`${non2xx} commands were refused.`);
  return accepted / duration;
}

try {
  await commandsPerSecond();
  const one = [];
  const two = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    one.push(await commandsPerSecond());
    const { name } = await running.add('api');
    await commandsPerSecond();
    two.push(await commandsPerSecond());
    await running.remove(name);
  }
  const figures = {
    two_apis_vs_one: round(median(two) / median(one)),
    commands_per_s_one_api: round(median(one), 0),
    commands_per_s_two_apis: round(median(two), 0),
    cores: cpus().length,
  };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
