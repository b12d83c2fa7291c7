// npm test: everything a change must pass. `npm test -- <pattern>` runs the matching tests only.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build.mjs';
import { ensureChromium } from './chromium.mjs';

const patterns = process.argv.slice(2);
const bin = (name) => join(root, 'node_modules', '.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
const report = join(folder, 'jest.json');

const checks = [
  ['Lint', bin('eslint'), ['.']],
  ['Format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['Types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['Types of the web page', bin('tsc'), ['-p', 'apps/web/tsconfig.json']],
];

/** What it says comes as it is said, or when it has ended where others are at work at the same time. */
async function run(name, command, args, { env = {}, aside = false } = {}) {
  const began = performance.now();
  const heading = `\n== ${name}`;
  if (!aside) console.log(heading);
  const output = aside ? 'pipe' : 'inherit';
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], env: { ...process.env, ...env } });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (aside) process.stdout.write(`${heading}\n${Buffer.concat(said)}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

/** Two at a time: each keeps about one core busy. */
async function runChecks() {
  const waiting = [...checks];
  const passed = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) passed.push(await run(...check, { aside: true }));
  };
  await Promise.all([work(), work()]);
  return passed.every(Boolean);
}

const chromium = ensureChromium();
const checksPassed = patterns.length > 0 || (await runChecks());
if (!(await run('Build', process.execPath, ['infra/local/build.mjs']))) process.exit(1);
const jestOptions = ['--forceExit', '--json', `--outputFile=${report}`, ...patterns];
const testsPassed = await run('Tests', bin('jest'), jestOptions, { env: { CHROMIUM: chromium } });

const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exit(checksPassed && testsPassed && numPassedTests > 0 ? 0 : 1);
