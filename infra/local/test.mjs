// npm test: everything a change must pass. `npm test -- <pattern>` runs the matching tests only.
import { spawnSync } from 'node:child_process';
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

function run(name, command, args, env = {}) {
  const began = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return status === 0;
}

const chromium = ensureChromium();
const checksPassed =
  patterns.length > 0 || checks.map(([name, command, args]) => run(name, command, args)).every(Boolean);
if (!run('Build', process.execPath, ['infra/local/build.mjs'])) process.exit(1);
const jestOptions = ['--forceExit', '--json', `--outputFile=${report}`, ...patterns];
const testsPassed = run('Tests', bin('jest'), jestOptions, { CHROMIUM: chromium });

const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exit(checksPassed && testsPassed && numPassedTests > 0 ? 0 : 1);
