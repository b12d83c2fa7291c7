import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What `npm start` loads, by a process of its own, as built. */
const LOADED = `
  import { createRequire } from 'node:module';
  import { buildIfNeeded } from './infra/local/build.mjs';
  await buildIfNeeded({ web: false, say: () => undefined });
  const require = createRequire('./package.json');
  require('./dist/server/apps/all-in-one/src/main.js');
  console.log(JSON.stringify(Object.keys(require.cache)));
  process.exit(0);
`;

it('npm start loads nothing of the distributed shape: no Kafka, no EventStoreDB, no exporter of traces', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', LOADED.replaceAll("'./", `'${root}/`)],
    {
      cwd: root,
      maxBuffer: 16_000_000,
    },
  );
  const loaded = JSON.parse(stdout.toString() || JSON.stringify([stderr.toString()])) as string[];
  const of = (name: string) => loaded.filter((file) => file.includes(`node_modules/${name}`));
  expect(of('@nestjs/core').length).toBeGreaterThan(0);
  for (const name of ['kafkajs', '@eventstore', '@grpc', '@opentelemetry/sdk', '@opentelemetry/exporter']) {
    expect({ name, loaded: of(name) }).toEqual({ name, loaded: [] });
  }
}, 180_000);
