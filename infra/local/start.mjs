// npm start: builds what changed, then runs the whole product in this process.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Mainstay needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

// The compilers run in a process of their own: the product starts without their memory and settings.
const root = join(import.meta.dirname, '..', '..');
const { status } = spawnSync(process.execPath, [join(root, 'infra/local/build.mjs')], { stdio: 'inherit' });
if (status !== 0) {
  console.error('Mainstay could not be built.');
  process.exit(1);
}
const { main } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/main.js'));
await main(process.argv.slice(2));
