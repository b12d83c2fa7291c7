// npm run events:schema: writes docs/events/asyncapi.json from the event types of the product.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const require = createRequire(import.meta.url);
require('reflect-metadata');
const { asyncApiDocument } = require(join(root, 'dist/server/apps/relay/src/asyncapi/document.js'));
const file = join(root, 'docs/events/asyncapi.json');
writeFileSync(file, `${JSON.stringify(asyncApiDocument(), null, 2)}\n`);
console.log(`${file} is written.`);
