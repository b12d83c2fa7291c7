// Says how many bytes (gzip) a browser loads before it shows a page: node apps/web/measure.mjs [page module]
// Prints one JSON object. Needs a build (dist/web).
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const built = new URL('../../dist/web/', import.meta.url);
const page = process.argv[2] ?? 'src/pages/home/HomePage.tsx';
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', built), 'utf8'));

const files = new Set(['index.html']);
const take = (name) => {
  const chunk = manifest[name];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((css) => files.add(css));
  chunk.imports?.forEach(take);
};
take('index.html');
take(page);

const sizes = await Promise.all(
  [...files].map(async (file) => [file, gzipSync(await readFile(new URL(file, built))).length]),
);
const kb = (bytes) => Math.round(bytes / 100) / 10;
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
process.stdout.write(
  `${JSON.stringify({ page, web_gzip_kb: kb(total), files: Object.fromEntries(sizes.map(([file, size]) => [file, kb(size)])) })}\n`,
);
