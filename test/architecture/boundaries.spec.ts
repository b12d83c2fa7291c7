import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Each plants one violation in a file that exists; the last ones are allowed and must stay so. */
const planted = [
  {
    rule: 'a technical library knows no context',
    file: 'libs/event-sourcing/src/ids.ts',
    text: `import { portfolioEvents } from '@mainstay/portfolio';\nexport const x = portfolioEvents;\n`,
    refused: 'may not depend on portfolio',
  },
  {
    rule: 'a context does not know what it is composed into',
    file: 'libs/people/src/index.ts',
    text: `export * from '@mainstay/product';\n`,
    refused: 'may not depend on product',
  },
  {
    rule: 'portfolio depends on no other context',
    file: 'libs/portfolio/src/index.ts',
    text: `export * from '@mainstay/planning';\n`,
    refused: 'may not depend on planning',
  },
  {
    rule: 'assessment depends on no other context',
    file: 'libs/assessment/src/index.ts',
    text: `import { portfolioEvents } from '@mainstay/portfolio';\nexport const x = portfolioEvents;\n`,
    refused: 'may not depend on portfolio',
  },
  {
    rule: 'planning does not use assessment',
    file: 'libs/planning/src/index.ts',
    text: `export * from '@mainstay/assessment';\n`,
    refused: 'may not depend on assessment',
  },
  {
    rule: 'another library is entered by its index only',
    file: 'libs/programme/src/index.ts',
    text: `export * from '@mainstay/portfolio/src/account/account';\n`,
    refused: 'entered by their index only',
  },
  {
    rule: 'another project is not reached by a path',
    file: 'libs/programme/src/index.ts',
    text: `export * from '../../../libs/portfolio/src/index';\n`,
    refused: 'not by a path',
  },
  {
    rule: 'a decision knows no framework',
    file: 'libs/portfolio/src/account/account.ts',
    text: `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n`,
    refused: 'types and small value helpers only',
  },
  {
    rule: 'a decision knows no database',
    file: 'libs/portfolio/src/account/account.ts',
    text: `import { Client } from 'pg';\nexport const x = Client;\n`,
    refused: 'types and small value helpers only',
  },
  {
    rule: 'a decision reads no clock',
    file: 'libs/assessment/src/audit/audit.ts',
    text: `export const x = () => [new Date(), Date.now()];\n`,
    refused: 'time comes in as data',
  },
  {
    rule: 'a decision throws no dice',
    file: 'libs/assessment/src/audit/audit.ts',
    text: `export const x = () => Math.random();\n`,
    refused: 'Chance has no part',
  },
];

const allowed = [
  {
    rule: 'programme may use the other contexts',
    file: 'libs/programme/src/index.ts',
    text: `export * from '@mainstay/portfolio';\n`,
  },
  {
    rule: 'planning may use portfolio',
    file: 'libs/planning/src/index.ts',
    text: `export * from '@mainstay/portfolio';\n`,
  },
];

describe('boundaries between projects', () => {
  const all = [...planted, ...allowed];
  const findings = lint(all);

  it.each(planted.map((entry, index) => ({ ...entry, index })))(
    'refuses a planted violation: $rule',
    ({ index, refused }) => {
      expect(findings[index]!.join('\n')).toContain(refused);
    },
  );

  it.each(allowed.map((entry, index) => ({ ...entry, index: planted.length + index })))(
    'allows: $rule',
    ({ index }) => {
      expect(findings[index]).toEqual([]);
    },
  );
});

function lint(texts: readonly { file: string; text: string }[]): string[][] {
  const input = JSON.stringify(texts.map(({ file, text }) => ({ file: join(root, file), text })));
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}
