// The distributed shape on one machine with no Docker: real Kafka and Keycloak, PostgreSQL, and every process of the product
// on its own. For trying out and for tests; docker-compose.yml and infra/kubernetes are for everything else.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { demoRealm } from '../../keycloak/demo-realm.mjs';
import { buildIfNeeded, root } from '../build.mjs';
import { freePort } from '../free-port.mjs';
import { startKafka } from '../servers/kafka.mjs';
import { startKeycloak } from '../servers/keycloak.mjs';
import { nodeProcess } from './node-process.mjs';
import { startPostgres } from './postgres.mjs';
import { startReverseProxy } from './reverse-proxy.mjs';

const PARTITIONS = 12;
const require = createRequire(import.meta.url);
const built = (path) => require(join(root, 'dist/server', path));

/**
 * Starts everything and answers once it can be used.
 *
 * `port`: of the page and the API. `apis`, `relays`, `projectors`: how many of each. `supervised`: a process that ends by
 * itself is started again. `kafkaProxy`: { port, forwardTo(port) } of a proxy that stands between projectors and Kafka; see
 * `servers/kafka.mjs`. `realm`: { organizations, people } in place of the demo's. `env`: for every process of the product. Events are in EventStoreDB where `EVENTSTOREDB_URL` is set.
 */
export async function startDistributed({
  dataFolder,
  port,
  apis = 2,
  relays = 1,
  projectors = 2,
  partitions = PARTITIONS,
  supervised = false,
  kafkaProxy,
  realm,
  env = {},
  web = true,
  say = () => undefined,
}) {
  await buildIfNeeded({ web, say });
  const { DataFolder } = built('apps/all-in-one/src/start/data-folder.js');
  const people = built('apps/all-in-one/src/demo/people.js');
  const folder = new DataFolder(dataFolder);
  folder.create();
  const { claimFolder, startEmbeddedPostgres } = built('libs/embedded-postgres/src/index.js');
  const undo = [claimFolder(dataFolder)];
  const stop = once(async () => {
    for (const step of undo.reverse()) await step();
  });
  /** Whatever has been begun is stopped, also when something else failed meanwhile. */
  const begin = (starting) => {
    undo.push(async () => (await starting.catch(() => undefined))?.stop());
    return starting;
  };
  try {
    const places = await placesIn(dataFolder, port);
    const url = `http://localhost:${places.port}`;
    const secrets = folder.secrets();

    say('Starting PostgreSQL, Kafka and Keycloak ...');
    const keycloakUrl = `http://localhost:${places.keycloakPort}`;
    const postgres = await begin(
      startPostgres({
        library: { startEmbeddedPostgres },
        dataFolder: folder.postgres,
        password: secrets.postgresPassword,
        settings: { max_connections: 200, shared_buffers: '128MB', max_wal_size: '2GB' },
      }),
    );
    // One after the other where a start has its limits: on a busy machine they would keep each other from it.
    const kafka = await begin(
      startKafka({
        dataFolder: join(dataFolder, 'kafka'),
        port: places.kafkaPort,
        behindProxy: kafkaProxy?.port,
        log: say,
      }).then((kafka) => {
        kafkaProxy?.forwardTo(kafka.proxyTarget);
        return kafka;
      }),
    );
    const keycloakStarts = begin(
      startKeycloak({
        dataFolder: join(dataFolder, 'keycloak'),
        port: places.keycloakPort,
        url: keycloakUrl,
        admin: { username: 'admin', password: places.keycloakPassword },
        realm: demoRealm({
          organizations: people.demoOrganizations,
          people: people.demoPeople,
          ...realm,
          password: people.DEMO_PASSWORD,
          webOrigins: [url],
          provisionerSecret: places.provisionerSecret,
        }),
        log: say,
      }),
    );

    const demoKey = randomBytes(24).toString('base64url');
    const { roleUrls } = built('libs/event-store-postgres/src/index.js');
    const { DATABASE, passwords } = built('apps/all-in-one/src/database.js');
    const roles = roleUrls(postgres.superuserUrl, DATABASE, passwords(secrets));
    const common = {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      DATABASE_NAME: DATABASE,
      DATABASE_URL_SUPERUSER: postgres.superuserUrl,
      DATABASE_URL_MIGRATE: roles.migrate,
      DATABASE_URL_API: roles.api,
      DATABASE_URL_PROJECTOR: roles.projector,
      KAFKA_BROKERS: `127.0.0.1:${places.kafkaPort}`,
      KAFKA_TOPIC_PARTITIONS: String(partitions),
      KEYCLOAK_ISSUER: `${keycloakUrl}/realms/mainstay`,
      KEYCLOAK_ADMIN_URL: `${keycloakUrl}/admin/realms/mainstay`,
      KEYCLOAK_ADMIN_CLIENT_SECRET: places.provisionerSecret,
      MAINSTAY_PERSONAL_DATA_KEY: secrets.personalDataKey,
      MAINSTAY_DEMO_KEY: demoKey,
      MAINSTAY_DRAIN_SECONDS: '1',
      MAINSTAY_TRUSTED_PROXIES: '127.0.0.1',
      ...env,
    };
    const kinds = {
      api: { env: {} },
      relay: { env: {} },
      projector: { env: kafkaProxy ? { KAFKA_BROKERS: `127.0.0.1:${kafkaProxy.port}` } : {} },
    };
    const processes = new Map();
    const started = {};
    const migration = processOf('migrate', 'apps/api/src/migrate.js', { PORT: '1' });
    say('Preparing the database ...');
    await migration.runOnce();

    /** Starts one more, `more` in its environment; resolves when it is ready. */
    const add = async (kind, more = {}) => {
      const number = (started[kind] = (started[kind] ?? 0) + 1);
      for (let attempt = 1; ; attempt++) {
        const listens = await freePort();
        const env = { ...kinds[kind].env, ...more, PORT: String(listens) };
        const one = processOf(`${kind}-${number}`, `apps/${kind}/src/main.js`, env);
        const handle = Object.assign(one, { kind, number, port: listens });
        processes.set(one.name, handle);
        one.start();
        try {
          await one.becomesReady();
          return handle;
        } catch (error) {
          // Somebody else on this machine was faster to take the port.
          if (attempt === 3 || !error.message.includes('EADDRINUSE')) throw error;
          await one.stop();
        }
      }
    };
    const remove = async (name) => {
      const one = processes.get(name);
      processes.delete(name);
      await one.stop();
    };
    undo.push(() => Promise.all([...processes.values()].map((one) => one.stop())));
    say('Starting the processes of the product ...');
    const all = [...Array(relays).fill('relay'), ...Array(projectors).fill('projector'), ...Array(apis).fill('api')];
    // They wait for Keycloak by themselves.
    const [keycloak] = await Promise.all([keycloakStarts, ...all.map((kind) => add(kind))]);

    const { securityHeaders } = built('libs/http/src/security-headers.js');
    const proxy = await startReverseProxy({
      port: places.port,
      upstreams: () => [...processes.values()].filter(({ kind }) => kind === 'api'),
      webFolder: join(root, 'dist/web'),
      headers: securityHeaders({ issuerOrigin: new URL(keycloak.issuer).origin, https: false }),
    });
    undo.push(() => proxy.stop());

    return {
      url,
      issuer: keycloak.issuer,
      dataFolder,
      demoKey,
      postgres,
      kafka,
      keycloak,
      /** Addresses of the database by role, for a test that looks into it. */
      databaseUrls: { ...roles, superuser: postgres.superuserUrl },
      /** By name: api-1, api-2, relay-1, projector-1 ... */
      processes,
      add,
      remove,
      proxy,
      loadDemo: (progress) => loadDemo({ folder, url, issuer: keycloak.issuer, demoKey, progress }),
      accessToken: (username, password = people.DEMO_PASSWORD) => accessToken(keycloak.issuer, username, password),
      stop,
    };

    function processOf(name, script, more) {
      const listens = more.PORT;
      return nodeProcess({
        name,
        script: join(root, 'dist/server', script),
        env: { ...common, ...more, OTEL_SERVICE_INSTANCE_ID: name },
        logFile: join(folder.logs, `${name}.log`),
        healthUrl: `http://127.0.0.1:${listens}/api/health/ready`,
        supervised,
        onEnd: (which, { code, signal }) => say(`${which} ended (${signal ?? code}).`),
      });
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ports and secrets that the realm of the first start holds: they stay with the folder. */
async function placesIn(dataFolder, wanted) {
  const file = join(dataFolder, 'distributed.json');
  if (existsSync(file)) {
    const places = JSON.parse(readFileSync(file, 'utf8'));
    if (wanted === undefined || wanted === places.port) return places;
    throw new Error(
      `The folder ${dataFolder} was made for port ${places.port}: leave PORT out, or choose another folder.`,
    );
  }
  const secret = () => randomBytes(24).toString('base64url');
  const places = {
    port: wanted ?? 3000,
    keycloakPort: await freePort(),
    kafkaPort: await freePort(),
    keycloakPassword: secret(),
    provisionerSecret: secret(),
  };
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(places), { mode: 0o600 });
  return places;
}

async function loadDemo({ folder, url, issuer, demoKey, progress }) {
  const { state, today } = folder.demoState() ?? { state: 'loading', today: new Date().toISOString() };
  folder.setDemoState({ state, today });
  if (state !== 'loading') return;
  await built('apps/all-in-one/src/demo/load.js').loadDemo({ url, issuer, demoKey, today: new Date(today), progress });
  folder.setDemoState({ state: 'loaded', today });
}

/** The way scripts sign in: the password grant of the client that only this realm has. */
async function accessToken(issuer, username, password) {
  const form = {
    grant_type: 'password',
    client_id: 'mainstay-cli',
    username,
    password,
    scope: 'openid organization:*',
  };
  const response = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const answer = await response.json();
  if (!answer.access_token)
    throw new Error(`Sign-in of ${username} answered ${response.status}: ${answer.error_description}`);
  return answer.access_token;
}

function once(work) {
  let running;
  return () => (running ??= work());
}
