// Builds the server (SWC, to CommonJS) and the web page (Vite) into dist/, and does nothing where dist/ is up to date.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const serverSources = [
  'libs',
  ...readdirSync(join(root, 'apps'))
    .filter((app) => app !== 'web')
    .map((app) => join('apps', app)),
];
const webSources = [join('apps', 'web')];

const compilerOptions = {
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

/** A mark of what the sources are now: changes whenever a file is added, removed or touched. */
function mark(folders) {
  const hash = createHash('sha256');
  for (const folder of [...folders, 'package-lock.json'].map((name) => join(root, name))) {
    for (const path of statSync(folder).isFile() ? [folder] : files(folder)) {
      const { mtimeMs, size } = statSync(path);
      hash.update(`${relative(root, path)} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex');
}

const outputOf = (source, folder) => join(folder, relative(root, source)).replace(/\.ts$/, '.js');

export async function compileFile(source, folder = join(dist, 'server')) {
  const target = outputOf(source, folder);
  mkdirSync(dirname(target), { recursive: true });
  if (source.endsWith('.json')) return cpSync(source, target);
  const { code } = await transformFile(source, { ...compilerOptions, sourceFileName: source });
  const toLibs = relative(dirname(target), join(folder, 'libs')).split(sep).join('/');
  writeFileSync(target, code.replace(/require\("@mainstay\/([^"]+)"\)/g, `require("${toLibs}/$1/src/index.js")`));
}

export const isServerSource = (path) =>
  (path.endsWith('.ts') && !path.endsWith('.spec.ts')) || (path.endsWith('.json') && !path.endsWith('project.json'));

/** Built aside and put in place whole: processes may build, and run from what was built, at the same time. */
async function placed(name, build) {
  const fresh = join(dist, `${name}-${process.pid}`);
  const place = join(dist, name);
  await build(fresh);
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(fresh, { recursive: true });
  }
}

async function buildServer(folder) {
  const sources = serverSources.flatMap((source) => [...files(join(root, source))]).filter(isServerSource);
  await Promise.all(sources.map((source) => compileFile(source, folder)));
}

async function buildWeb(folder) {
  const { build } = await import('vite');
  const surrounding = process.env.NODE_ENV;
  // Whoever builds, a test run included, builds what people are served.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: join(root, 'apps', 'web'),
      configFile: join(root, 'apps', 'web', 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (surrounding === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = surrounding;
  }
}

async function unlessFresh(name, sources, build, say) {
  const stampFile = join(dist, `${name}.stamp`);
  const now = mark(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  say(`Building the ${name} ...`);
  await build();
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, now);
}

/** Brings dist/ up to date. */
export async function buildIfNeeded({ server = true, web = true, say = (line) => console.log(line) } = {}) {
  if (server) await unlessFresh('server', serverSources, () => placed('server', buildServer), say);
  if (web) await unlessFresh('web page', webSources, () => placed('web', buildWeb), say);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv[2];
  buildIfNeeded({ server: only !== '--web', web: only !== '--server' }).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
