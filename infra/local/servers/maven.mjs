// Gets pinned artifacts from Maven Central into the user's cache: each is checked against its SHA-256, and a folder of
// them is put in place whole, so that starts at the same time do not disturb each other.
//
// From where: the repository named by MAVEN_REPOSITORY; otherwise through the user's own Maven (`mvn`), which knows the
// mirrors of the enterprise; where there is none, from Maven Central itself.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CENTRAL = 'https://repo1.maven.org/maven2';
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
const AT_ONCE = 4;

/** Where fetched servers are kept: MAINSTAY_CACHE, or `mainstay` in the user's cache folder. */
export const cacheFolder = () =>
  process.env.MAINSTAY_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mainstay');

/** 'group:artifact:version', with ':extension' (default jar) and ':classifier' where they differ. */
export function parseCoordinates(text) {
  const [group, artifact, version, extension = 'jar', classifier] = text.split(':');
  for (const part of [group, artifact, version, extension, classifier ?? 'none']) {
    if (!/^[\w.-]+$/.test(part ?? '')) throw new Error(`${text} are not the coordinates of a Maven artifact.`);
  }
  const file = `${artifact}-${version}${classifier ? `-${classifier}` : ''}.${extension}`;
  const path = `${group.replaceAll('.', '/')}/${artifact}/${version}/${file}`;
  return { group, artifact, version, extension, classifier, file, path };
}

/**
 * Answers the folder that holds the files `<artifact>-<version>[-<classifier>].<extension>` of all pinned artifacts.
 * `pins`: {coordinates: SHA-256 in hex}, as `maven-pin.mjs` writes them. Throws when a file is not the one pinned.
 */
export async function fetchArtifacts({ name, pins, cache = cacheFolder(), log = () => undefined }) {
  const mark = createHash('sha256').update(JSON.stringify(pins)).digest('hex').slice(0, 12);
  const folder = join(cache, 'artifacts', `${name}-${mark}`);
  if (existsSync(folder)) return folder;
  const artifacts = Object.keys(pins).map(parseCoordinates);
  const fresh = `${folder}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true });
  try {
    log(`Fetching ${name} (${artifacts.length} files, once) ...`);
    await fetchInto(fresh, artifacts);
    for (const [coordinates, sha256] of Object.entries(pins)) await verify(fresh, coordinates, sha256);
    await rename(fresh, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // otherwise another start was faster
    });
    return folder;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function fetchInto(folder, artifacts) {
  const repository = process.env.MAVEN_REPOSITORY;
  if (repository) return download(repository, folder, artifacts);
  return (await commandExists('mvn')) ? copyWithMaven(folder, artifacts) : download(CENTRAL, folder, artifacts);
}

async function download(repository, folder, artifacts) {
  const waiting = [...artifacts];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const address = `${repository.replace(/\/+$/, '')}/${next.path}`;
      const response = await fetch(address).catch((error) => {
        throw new Error(`${address} cannot be fetched: ${error.cause?.message ?? error.message}.`);
      });
      if (!response.ok) throw new Error(`${address} cannot be fetched: the server answers ${response.status}.`);
      await pipeline(Readable.fromWeb(response.body), createWriteStream(join(folder, next.file)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function copyWithMaven(folder, artifacts) {
  const pom = join(folder, 'pom.xml');
  await writeFile(pom, pomOf(artifacts, { transitive: false }));
  await run('mvn', ['-B', '-q', '-f', pom, COPY_DEPENDENCIES, `-DoutputDirectory=${folder}`]);
  await rm(pom);
}

async function verify(folder, coordinates, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, parseCoordinates(coordinates).file)), hash);
  const found = hash.digest('hex');
  if (found !== expected)
    throw new Error(`${coordinates} is not the file pinned: its SHA-256 is ${found}, not ${expected}.`);
}

/** A project whose dependencies are these artifacts: with all that they need, or alone. */
export function pomOf(artifacts, { transitive }) {
  const alone = '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
  const dependencies = artifacts.map(
    ({ group, artifact, version, extension, classifier }) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>` +
      `<type>${extension}</type>${classifier ? `<classifier>${classifier}</classifier>` : ''}${transitive ? '' : alone}</dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>mainstay</groupId><artifactId>servers</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${dependencies.join('\n')}</dependencies></project>`;
}

const commandExists = (command) =>
  run(command, ['-v']).then(
    () => true,
    () => false,
  );

/** Runs a command to its end; throws with the last that it said when it fails. */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = (said + text).slice(-4000)));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command} ended with ${code}: ${said.trim()}`)),
    );
  });
}
