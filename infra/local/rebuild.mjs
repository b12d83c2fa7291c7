// npm run rebuild -- <projection>: builds a read model anew beside the one in use, then swaps them. Where projectors share
// the tenants (KAFKA_BROKERS is set), it is told where everything is by the same variables as they are.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const app = process.env.KAFKA_BROKERS ? 'projector' : 'all-in-one';
const { rebuild } = createRequire(import.meta.url)(join(root, `dist/server/apps/${app}/src/rebuild.js`));
await rebuild(process.argv.slice(2));
