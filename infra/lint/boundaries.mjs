// Which project may import which, from the Nx tags in each project.json:
//   technical libraries know no context; nothing but an app knows the composition of all of them; a context sees only the contexts listed here; everyone enters by the index.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const technicalOnly = [];
const mayUse = {
  portfolio: technicalOnly,
  assessment: technicalOnly,
  people: ['portfolio'],
  planning: ['portfolio'],
  feedback: ['portfolio'],
  programme: ['assessment', 'portfolio', 'planning', 'people', 'feedback'],
  history: ['assessment', 'portfolio', 'planning', 'people', 'feedback', 'programme'],
};

function projects(root) {
  return ['libs', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .filter((name) => existsSync(join(root, parent, name, 'project.json')))
      .map((name) => {
        const { tags } = JSON.parse(readFileSync(join(root, parent, name, 'project.json'), 'utf8'));
        const tag = (kind) => tags.find((value) => value.startsWith(`${kind}:`))?.slice(kind.length + 1);
        return { name, folder: `${parent}/${name}`, type: tag('type'), context: tag('context') };
      }),
  );
}

function forbiddenFor(project, all) {
  const contexts = all.filter(({ type }) => type === 'context');
  const compositions = all.filter(({ type }) => type === 'composition');
  if (project.type === 'technical') return [...contexts, ...compositions];
  if (project.type === 'context') {
    return [...compositions, ...contexts].filter(
      ({ context }) => context !== project.context && !mayUse[project.context].includes(context),
    );
  }
  return [];
}

/** One block of ESLint configuration per project. */
export function boundaries(root) {
  const all = projects(root);
  return all.map((project) => ({
    files: [`${project.folder}/**/*.ts`, `${project.folder}/**/*.tsx`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: forbiddenFor(project, all).map(({ name }) => ({
            name: `@mainstay/${name}`,
            message: `${project.name} may not depend on ${name} (see infra/lint/boundaries.mjs).`,
          })),
          patterns: [
            { group: ['@mainstay/*/**'], message: 'Other libraries are entered by their index only.' },
            {
              regex: '(^|/)\\.\\./(.*/)?(libs|apps)/',
              message: 'Other projects are imported by their name, not by a path.',
            },
          ],
        },
      ],
    },
  }));
}
