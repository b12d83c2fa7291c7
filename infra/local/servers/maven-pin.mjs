// Pins a server for `fetchArtifacts`: node infra/local/servers/maven-pin.mjs <name> [--alone] <group:artifact:version[:extension]> ...
// writes <name>.artifacts.json beside this file, with the SHA-256 of each artifact and (without --alone) of all it needs.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCoordinates, pomOf, run } from './maven.mjs';

const LIST = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:list';

const [name, ...rest] = process.argv.slice(2);
const artifacts = rest.filter((text) => text !== '--alone').map(parseCoordinates);
const folder = await mkdtemp(join(tmpdir(), 'mainstay-pin-'));
try {
  const list = join(folder, 'list.txt');
  await writeFile(join(folder, 'pom.xml'), pomOf(artifacts, { transitive: !rest.includes('--alone') }));
  await run('mvn', [
    '-B',
    '-q',
    '-f',
    join(folder, 'pom.xml'),
    LIST,
    '-DincludeScope=runtime',
    `-DoutputFile=${list}`,
    '-DoutputAbsoluteArtifactFilename=true',
  ]);
  const pins = {};
  // "   org.example:library:jar[:classifier]:1.0:compile:/path/of/library-1.0.jar", with a note on modules behind it
  for (const [, coordinates, path] of (await readFile(list, 'utf8')).matchAll(
    /^\s+([\w.:-]+):(?:compile|runtime):(\/[^\s]+)/gm,
  )) {
    const parts = coordinates.split(':');
    const [group, artifact, extension] = parts;
    const classifier = parts.length > 4 ? parts[3] : undefined;
    const key = [
      group,
      artifact,
      parts.at(-1),
      ...(classifier ? [extension, classifier] : extension === 'jar' ? [] : [extension]),
    ];
    pins[key.join(':')] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  const sorted = Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(
    join(dirname(fileURLToPath(import.meta.url)), `${name}.artifacts.json`),
    `${JSON.stringify(sorted, null, 2)}\n`,
  );
  console.log(`${Object.keys(sorted).length} artifacts pinned.`);
} finally {
  await rm(folder, { recursive: true });
}
