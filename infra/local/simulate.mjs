// npm run simulate [-- topology.json] [-- --tenants 1000 --projectors 4 …] [--csv lag.csv]: lag over a day on a topology.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, root } from './build.mjs';

await buildIfNeeded({ web: false });
const library = (name) => createRequire(import.meta.url)(join(root, `dist/server/libs/${name}/src/index.js`));
const { Topology, simulate, report, timelineCsv } = library('simulation');
const { partitionOf } = library('messaging-kafka');

const figures = Object.entries(Topology.shape)
  .filter(([name]) => !['regions', 'bursts', 'outages'].includes(name))
  .map(([name]) => name);

function fail(sentence) {
  console.error(
    `${sentence}\nThere are: --${figures.join(', --')}; regions, bursts and outages in a file. --csv FILE writes the lag per minute.`,
  );
  process.exit(1);
}

let given;
try {
  const options = Object.fromEntries([...figures, 'csv'].map((name) => [name, { type: 'string' }]));
  given = parseArgs({ options, allowPositionals: true });
} catch (error) {
  fail(error.message);
}
const { csv, ...values } = given.values;
const fromFile = given.positionals[0] ? JSON.parse(readFileSync(given.positionals[0], 'utf8')) : {};
const fromOptions = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const topology = Topology.safeParse({ ...fromFile, ...fromOptions });
if (!topology.success) {
  const { path, message } = topology.error.issues[0];
  fail(`${path.join('.') || 'The topology'}: ${message}.`);
}
const run = simulate(topology.data, partitionOf);
console.log(report(topology.data, run));
if (csv) {
  writeFileSync(csv, timelineCsv(run));
  console.log(`\nThe lag per minute is in ${csv}.`);
}
