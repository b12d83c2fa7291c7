// npm run parked -- list | resume <tenant> --reason "..." | skip <tenant> --event <id> --reason "...": tenants with an event that
// cannot be applied to the read models.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const { parked } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/parked.js'));
await parked(process.argv.slice(2));
