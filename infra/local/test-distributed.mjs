// npm run test:distributed [-- <pattern>]: what is proved on real servers, Kafka and Keycloak, fetched and started for it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

if (spawnSync('java', ['-version']).status !== 0) {
  console.error('These tests start Kafka and Keycloak, which need Java 17 or later on the path.');
  process.exit(1);
}
await buildIfNeeded({ web: false });
const args = ['--config', 'test/distributed/jest.config.cjs', '--forceExit', '--verbose', ...process.argv.slice(2)];
const { status } = spawnSync(join(root, 'node_modules/.bin/jest'), args, {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_ENV: 'test' },
});
process.exit(status ?? 1);
