// npm run bench: measures everything as ratios in one run, prints the table, writes docs/performance.md.
// `-- --json` prints one JSON object instead of the table; `-- --only append,rebuild` measures a part and writes nothing.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.mjs';
import { limits, table, targets } from '../../test/bench/targets.mjs';

const args = process.argv.slice(2);
const json = args.includes('--json');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : undefined;
const say = (line) => console.error(line);

await buildIfNeeded({ say });
delete process.env.NODE_ENV; // the bundler sets it, and the product would take it for its own
const { measureAppend } = await import('../../test/bench/append.mjs');
const { measureRebuild } = await import('../../test/bench/rebuild.mjs');
const { measureQueries } = await import('../../test/bench/queries.mjs');
const { measureProduct } = await import('../../test/bench/product.mjs');
const { measureResults } = await import('../../test/bench/results.mjs');
const { measureRelay } = await import('../../test/bench/relay.mjs');

const parts = {
  append: () => measureAppend(7),
  rebuild: () => measureRebuild(1_000_000),
  queries: () => measureQueries(),
  results: () => measureResults(),
  relay: () => measureRelay(60_000, 5),
  product: () => measureProduct(5),
};
const chosen = Object.keys(parts).filter((name) => !only || only.includes(name));
const results = {};
for (const name of chosen) Object.assign(results, chosen.length === 1 ? await measured(name) : byItself(name));

function measured(name) {
  say(`Measuring: ${name} ...`);
  return parts[name]();
}

/** In a process of its own: what one part leaves in memory does not weigh on the next. */
function byItself(name) {
  const args = [import.meta.filename, '--only', name, '--json'];
  const said = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(said.trim().split('\n').at(-1));
}

const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}`;
if (json) console.log(JSON.stringify(results));
else console.log(table(results));
const missed = limits.filter(({ key }) => {
  const { target } = targets.find((entry) => entry.key === key);
  return key in results && !target.met(results[key]);
});
const why =
  missed.length === 0
    ? ''
    : `\n## What limits the figures that miss their target\n\n${missed.map(({ key, limit }) => `- \`${key}\`: ${limit}`).join('\n')}\n`;
if (!only) {
  writeFileSync(
    join(root, 'docs/performance.md'),
    `# Performance

Measured by \`npm run bench\` on ${machine}; client, product and database share the cores. Figures are medians of rounds taken in
turns, each part in a process of its own; ratios compare two things on the same server in the same run, and mean more than the absolute
figures beside them.

${table(results)}

${targets.map(({ key, explains }) => `- \`${key}\`: ${explains}`).join('\n')}
${why}`,
  );
}
process.exit(0);
