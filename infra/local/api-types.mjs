// npm run api:types: writes the web page's API types from the OpenAPI document of a product started for the purpose.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';
import { freePort } from './free-port.mjs';

await buildIfNeeded({ web: false });
const folder = mkdtempSync(join(tmpdir(), 'mainstay-api-types-'));
const port = await freePort();
const product = spawn(process.execPath, [join(root, 'infra/local/serve.mjs'), '--empty'], {
  env: { ...process.env, PORT: String(port), MAINSTAY_DATA: join(folder, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => product.once('exit', resolve));
await new Promise((resolve, reject) => {
  product.stdout.on('data', (text) => String(text).includes('Ctrl-C') && resolve());
  product.once('exit', () => reject(new Error('The product did not start.')));
});
const document = join(folder, 'openapi.json');
writeFileSync(document, await (await fetch(`http://localhost:${port}/api/openapi.json`)).text());
product.kill('SIGTERM');
await ended;
const output = process.argv[2];
const { status } = spawnSync(
  process.execPath,
  [join(root, 'apps/web/generate-api.mjs'), document, ...(output ? [output] : [])],
  {
    stdio: 'inherit',
  },
);
rmSync(folder, { recursive: true });
process.exit(status);
