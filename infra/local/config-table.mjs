// npm run config:table: writes docs/configuration.md from what the processes read.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const { configurationPage } = createRequire(import.meta.url)(join(root, 'dist/server/libs/configuration/src/index.js'));
writeFileSync(join(root, 'docs/configuration.md'), configurationPage());
