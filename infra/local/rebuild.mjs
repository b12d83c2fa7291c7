// npm run rebuild -- <projection>: builds a read model anew beside the one in use, then swaps them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const { rebuild } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/rebuild.js'));
await rebuild(process.argv.slice(2));
