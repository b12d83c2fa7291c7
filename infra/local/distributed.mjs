// npm run start:distributed: the distributed shape on this machine, until Ctrl-C.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './build.mjs';
import { startDistributed } from './distributed/start.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(join(root, 'dist/server', path));
const began = performance.now();
const empty = process.argv.includes('--empty');
let running;
let stopping = false;

function stop() {
  if (stopping) process.exit(1);
  stopping = true;
  console.log('\nStopping ...');
  Promise.resolve(running)
    .then((distributed) => distributed?.stop())
    .catch(() => undefined)
    .finally(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

try {
  const { buildIfNeeded } = await import('./build.mjs');
  await buildIfNeeded();
  const { readSettings } = built('apps/all-in-one/src/configuration.js');
  const { dataFolder, port } = readSettings(process.env);
  running = startDistributed({
    dataFolder: `${dataFolder}-distributed`,
    port: process.env.PORT === undefined ? undefined : port,
    supervised: true,
    say: (line) => console.log(line),
  });
  const distributed = await running;
  console.log(`\nMainstay is ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${distributed.url}\n`);
  if (!empty) {
    const { progressBar } = built('apps/all-in-one/src/start/progress-bar.js');
    await distributed.loadDemo(progressBar('Loading the demo enterprise'));
  }
  console.log(addresses(distributed));
  console.log(built('apps/all-in-one/src/demo/sign-ins.js').signIns());
  console.log('\nCtrl-C stops everything. It is kept for the next start.');
} catch (error) {
  if (!stopping) {
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

function addresses({ processes, postgres, kafka, keycloak, dataFolder }) {
  const lines = [...processes.values()].map(({ name, port, pid }) => [
    name,
    `http://127.0.0.1:${port}/api/health/ready`,
    `process ${pid}`,
  ]);
  const { username, password } = keycloak.admin;
  const servers = [
    ['PostgreSQL', `127.0.0.1:${postgres.port}`, `process ${postgres.pid}`],
    ['Kafka', kafka.brokers.join(','), `process ${kafka.pid}`],
    ['Keycloak', `${keycloak.url}/admin/ (${username}, ${password})`, `process ${keycloak.pid}`],
    ['Events in', process.env.EVENTSTOREDB_URL ? 'EventStoreDB' : 'PostgreSQL', ''],
    ['Logs', join(dataFolder, 'logs'), ''],
  ];
  return `${[...lines, ...servers].map(([name, address, what]) => `  ${name.padEnd(12)} ${address}  ${what}`).join('\n')}\n`;
}
