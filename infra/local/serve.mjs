// The server alone, from dist/ as it is: what `npm run dev` restarts.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './build.mjs';

const { main } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/main.js'));
await main(process.argv.slice(2));
