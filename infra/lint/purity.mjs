// Decisions are pure: the files of an aggregate (<subject>.ts, <subject>.decisions.ts, <subject>.rules.ts in
// libs/<context>/src/<subject>/) know no framework, no database, no clock and no chance. Times and ids reach it as data.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const contexts = ['assessment', 'portfolio', 'planning', 'people', 'feedback', 'programme', 'history'];
const subjects = contexts.flatMap((context) => {
  try {
    return readdirSync(join(root, 'libs', context, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        ['', '.decisions', '.rules'].map((part) => `libs/${context}/src/${name}/${name}${part}.ts`),
      );
  } catch {
    return [];
  }
});

export const purity = [
  {
    files: subjects,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(@nestjs/|typeorm$|pg$|fastify$|uuid$|node:(?!util$)|@mainstay/(read-store|http)$)',
              message: 'A decision imports types and small value helpers only.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The time comes in as data.' },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'The time comes in as data.',
        },
        {
          selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
          message: 'Chance has no part in a decision.',
        },
        { selector: 'CallExpression[callee.name="newId"]', message: 'Ids come in as data.' },
      ],
    },
  },
];
