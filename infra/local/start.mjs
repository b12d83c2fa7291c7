// npm start: builds what changed, then runs the whole product in this process.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Mainstay needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const { buildIfNeeded, root } = await import('./build.mjs');
try {
  await buildIfNeeded();
} catch (error) {
  console.error(`Mainstay could not be built: ${error.message}`);
  process.exit(1);
}
const { main } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/main.js'));
await main(process.argv.slice(2));
