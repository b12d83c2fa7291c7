// node infra/docker/make-env.mjs: writes .env from .env.example, with a secret of its own for every empty one.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The text of .env. */
export const envText = () =>
  readFileSync(at('.env.example'), 'utf8').replace(/^([A-Z_]+)=$/gm, (_, name) =>
    name === 'MAINSTAY_PERSONAL_DATA_KEY'
      ? `${name}=${randomBytes(32).toString('base64')}`
      : `${name}=${randomBytes(24).toString('base64url')}`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (existsSync(at('.env'))) {
    console.error('.env is there already: it holds the keys of what was recorded, and is left alone.');
    process.exit(1);
  }
  writeFileSync(at('.env'), envText(), { mode: 0o600 });
  console.log('.env is written. Keep it: without MAINSTAY_PERSONAL_DATA_KEY no name in the history can be read again.');
}
