// A real Keycloak on this machine, without Docker: fetched and built once into the user's cache, then started as often as
// wanted, each start on a data folder of its own. Needs Java 17 or later.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mjs';
import { cacheFolder, fetchArtifacts, run } from './maven.mjs';

export const KEYCLOAK_VERSION = '26.7.0';
const pins = JSON.parse(readFileSync(fileURLToPath(new URL('./keycloak.artifacts.json', import.meta.url)), 'utf8'));
/** What is fixed when Keycloak is built, and so the same for every start. */
const BUILT_WITH = ['--db=dev-file', '--health-enabled=true'];
/** A first start makes the database schema and imports the realm: 25 s on a quiet machine, ten times that on a busy one. */
const LONGEST_START_MS = 600_000;
const LONGEST_STOP_MS = 20_000;

const opened = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'];
/** As Keycloak's own kc.sh does, which would start Java as a child that a SIGKILL of kc.sh leaves behind. */
const javaArguments = (home, heap) => [
  '-Xms64m',
  `-Xmx${heap}`,
  '-XX:MetaspaceSize=96M',
  '-XX:MaxMetaspaceSize=256m',
  '-XX:+ExitOnOutOfMemoryError',
  // A server of minutes: what starts fast is worth more than what runs fast after hours.
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  '-Dfile.encoding=UTF-8',
  '-Duser.language=en',
  `-Dkc.home.dir=${home}`,
  `-Djboss.server.config.dir=${join(home, 'conf')}`,
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Dpicocli.disable.closures=true',
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-cp',
  join(home, 'lib', 'quarkus-run.jar'),
  'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
];

/** The folder of a built Keycloak; fetches and builds it the first time (180 MB, then about half a minute). */
export async function keycloakInstallation({ cache = cacheFolder(), log = () => undefined } = {}) {
  const installation = join(cache, 'keycloak', KEYCLOAK_VERSION);
  if (existsSync(installation)) return installation;
  await assertJava();
  const artifacts = await fetchArtifacts({ name: 'keycloak', pins, cache, log });
  const fresh = `${installation}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true });
  try {
    log(`Building Keycloak ${KEYCLOAK_VERSION} (once) ...`);
    const zip = join(artifacts, `keycloak-quarkus-dist-${KEYCLOAK_VERSION}.zip`);
    await run('unzip', ['-q', zip, '-d', fresh]).catch((error) => {
      throw error.code === 'ENOENT'
        ? new Error('Keycloak comes as a zip, and no unzip was found: install one.')
        : error;
    });
    const unzipped = join(fresh, `keycloak-${KEYCLOAK_VERSION}`);
    await run(java(), [...javaArguments(unzipped, '512m'), 'build', ...BUILT_WITH]);
    await rename(unzipped, installation).catch((error) => {
      if (!existsSync(installation)) throw error; // otherwise another start was faster
    });
    return installation;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/**
 * Starts Keycloak on the loopback interface; ready once the realm's discovery document answers.
 * `realmFile` (or `realm`, the same as an object) is imported on the first start on a data folder and left alone after;
 * `${NAME}` in it is replaced from `env`. `url` is the address that browsers see where it is not this port.
 * Throws with one sentence where Java is missing, or with what Keycloak said last where it does not start.
 */
export async function startKeycloak(options) {
  const {
    dataFolder,
    realmFile,
    realm = realmFile && JSON.parse(readFileSync(realmFile, 'utf8')),
    admin = { username: 'admin', password: randomUUID() },
  } = options;
  const realmName = realm?.realm ?? 'master';
  const installation = await keycloakInstallation(options);
  const port = options.port ?? (await freePort());
  const own = `http://127.0.0.1:${port}`;
  const url = options.url ?? own;
  const home = await homeIn(dataFolder, installation);
  if (realm) await writeFile(join(home, 'data', 'import', 'realm.json'), JSON.stringify(realm), { mode: 0o600 });
  const start = () =>
    launch({
      ...options,
      admin,
      home,
      port,
      url,
      ready: `${own}/realms/${realmName}/.well-known/openid-configuration`,
    });

  let child = await start();
  return {
    url,
    port,
    issuer: `${url}/realms/${realmName}`,
    admin,
    dataFolder,
    get pid() {
      return child.pid;
    },
    stop: () => end(child, 'SIGTERM'),
    /** kill -9 */
    kill: () => end(child, 'SIGKILL'),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    /** Starts again on the same data and port; stops it first where it still runs. */
    restart: async () => {
      await end(child, 'SIGTERM');
      child = await start();
    },
  };
}

/** The programme is shared by all starts; only `data` is this start's own. */
async function homeIn(dataFolder, installation) {
  const home = join(dataFolder, 'keycloak');
  await mkdir(join(home, 'data', 'import'), { recursive: true });
  for (const part of ['lib', 'providers', 'themes', 'conf']) {
    const place = join(home, part);
    if (existsSync(place)) continue;
    // A folder link needs rights on Windows that a junction does not.
    await symlink(join(installation, part), place, 'junction').catch(() =>
      cp(join(installation, part), place, { recursive: true }),
    );
  }
  return home;
}

async function launch({ home, port, url, ready, admin, env = {}, heap = '384m', log = () => undefined }) {
  await assertJava();
  const logFile = join(home, 'data', 'keycloak.log');
  const child = spawn(
    java(),
    [
      ...javaArguments(home, heap),
      'start',
      '--optimized',
      '--import-realm',
      '--http-enabled=true',
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
      '--http-management-port=0',
      '--cache=local',
      `--hostname=${url}`,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...env,
        KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
        KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      },
    },
  );
  const file = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said = (said + text).slice(-4_000);
      file.write(text);
    });
  }
  child.once('close', () => file.end());
  log(`Starting Keycloak at ${url} ...`);
  try {
    await untilReady(child, ready, () => said);
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return child;
}

/** The port is open long before the realm is there: until then Keycloak answers 503. */
async function untilReady(child, address, said) {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    if (hasEnded(child))
      throw new Error(`Keycloak ended while it started (its log is in the data folder): ${said().trim()}`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Keycloak did not answer at ${address} within ${LONGEST_START_MS / 1000} s: ${said().trim()}`);
}

async function end(child, signal) {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGCONT');
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await ended;
  clearTimeout(impatient);
}

const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java');

async function assertJava() {
  const said = await run(java(), ['-version']).catch(() => '');
  const version = Number(/version "(\d+)/.exec(said)?.[1]);
  if (!version)
    throw new Error('Keycloak needs Java 17 or later, and no java was found: install one, or set JAVA_HOME.');
  if (version < 17) throw new Error(`Keycloak needs Java 17 or later, but ${java()} is Java ${version}.`);
}
