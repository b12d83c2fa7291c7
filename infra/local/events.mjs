// npm run events -- export|import <file>: moves events from one installation to another.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const { events } = createRequire(import.meta.url)(join(root, 'dist/server/apps/all-in-one/src/events.js'));
await events(process.argv.slice(2));
