// npm run test:eventstoredb: the tests of the event store against a real EventStoreDB server, in a namespace of their own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

if (!process.env.EVENTSTOREDB_URL) {
  console.error('Say which server: EVENTSTOREDB_URL=esdb://user:password@host:2113 npm run test:eventstoredb');
  process.exit(1);
}
const jest = join(root, 'node_modules/jest/bin/jest.js');
const tests = ['--forceExit', '--runInBand', '--testNamePattern', 'on an EventStoreDB server', 'test/conformance'];
process.exit(spawnSync(process.execPath, [jest, ...tests], { cwd: root, stdio: 'inherit' }).status ?? 1);
