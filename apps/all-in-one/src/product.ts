import { randomBytes } from 'node:crypto';
import { createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { createEmbeddedIdentity } from '@mainstay/embedded-identity';
import { claimFolder, type EmbeddedPostgres, startEmbeddedPostgres } from '@mainstay/embedded-postgres';
import { CommandRunner } from '@mainstay/event-sourcing';
import type { Settings } from './configuration';
import { loadDemo } from './demo/load';
import { DEMO_PASSWORD, demoOrganizations, demoPeople } from './demo/people';
import { openEmbeddedDatabase } from './database';
import { newRegistry } from '@mainstay/http';
import { createLogger } from './start/logger';
import { DataFolder } from './start/data-folder';
import { StartError } from './start/start-error';
import { TokenVerifier } from '@mainstay/identity';
import { openTracer } from '@mainstay/telemetry';
import {
  createServerApp,
  measureReadModels,
  measureStore,
  readModelsOf,
  startCalendar,
  StartState,
} from '@mainstay/product';
import { UnfinishedWork } from '@mainstay/portfolio';

export interface ProductOptions extends Settings {
  /** Receives the lines that a person at the terminal reads. */
  readonly say: (line: string) => void;
  /** Database that may lose data at a power cut; for tests only. */
  readonly durable?: boolean;
}

export interface DemoOptions {
  readonly empty: boolean;
  readonly progress: (done: number, total: number) => void;
}

export interface Product {
  readonly url: string;
  /** Resolves when the read models have caught up and the signing keys are known. */
  readonly ready: Promise<void>;
  /** Loads the demo enterprise into a new data folder, or goes on where an earlier start was cut short. */
  loadDemo(options: DemoOptions): Promise<void>;
  /** Called when the product cannot go on, such as when its database ended. */
  onFailure(listener: (reason: string) => void): void;
  stop(): Promise<void>;
}

/** The rest of Postgres' settings suit one machine as they are. */
export const postgresSettings = {
  max_connections: 60,
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
};

const LONGEST_BUILD_MS = 60 * 60 * 1000;

/**
 * The embedded default: Postgres, identity provider, API, projector and web page in one process.
 * @throws StartError, EmbeddedPostgresError
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { port, say } = options;
  const folder = new DataFolder(options.dataFolder);
  folder.create();
  const undo: (() => Promise<void> | void)[] = [claimFolder(folder.path)];
  const stop = once(async () => {
    for (const step of undo.reverse()) await step();
  });
  try {
    await assertPortFree(port);
    const secrets = folder.secrets();

    say('Starting the database ...');
    const postgres = await startEmbeddedPostgres({
      dataDir: folder.postgres,
      password: secrets.postgresPassword,
      durable: options.durable,
      settings: postgresSettings,
    });
    undo.push(() => postgres.stop());

    say('Opening the event store and the read models ...');
    const logger = createLogger(folder.logs, options.logLevel);
    const database = await openEmbeddedDatabase(postgres.superuserUrl, secrets, (error) =>
      logger.error({ err: error }, 'projector'),
    );
    undo.push(() => database.close());
    database.projector.start();
    folder.setRunning({ postgresPort: postgres.port });
    undo.push(() => folder.clearRunning());

    const url = `http://localhost:${port}`;
    const issuer = `${url}/identity/realms/mainstay`;
    const origins = [url, `http://127.0.0.1:${port}`, ...(options.webOrigin ? [options.webOrigin] : [])];
    const identity = await createEmbeddedIdentity({
      issuer,
      redirectOrigins: origins,
      signingKeyFile: folder.signingKeyFile,
      directoryFile: folder.identityDirectoryFile,
      organizations: demoOrganizations,
      demoPassword: DEMO_PASSWORD,
      people: demoPeople.map((person) => ({
        ...person,
        memberships: Object.entries(person.memberships).map(([organization, role]) => ({
          organization,
          roles: [role],
        })),
      })),
    });

    say('Starting the API and the web page ...');
    const metrics = newRegistry();
    const tracer = await openTracer({ service: 'mainstay', ...options.telemetry });
    undo.push(() => tracer.close());
    const readModels = readModelsOf(database.projector);
    measureStore(metrics, database.store);
    measureReadModels(metrics, readModels);
    const startState = new StartState();
    const demoKey = randomBytes(24).toString('base64url');
    const app = await createServerApp({
      platform: { ...database, readModels, metrics, tracer, startState },
      tokens: { issuer, audience: 'mainstay-api' },
      administration: identity.administration,
      production: false,
      logger,
      metrics,
      security: { issuerOrigin: url, requestsPerMinute: options.requestsPerMinute, https: false },
      identity: identity.handler,
      webFolder: options.webOrigin ? undefined : join(__dirname, '../../../../web'),
      demoClock: (headers) => demoClock(headers, startState, demoKey),
    });
    undo.push(() => app.close());
    await app.listen(port, 'localhost');

    const ready = Promise.all([app.get(TokenVerifier).warm(), database.projector.whenCaughtUp(LONGEST_BUILD_MS)]).then(
      () => undefined,
    );
    ready.catch(() => undefined);
    const calendar = startCalendar(
      database.urls.projector,
      app.get(CommandRunner),
      app.get(UnfinishedWork),
      ready,
      (error) => logger.error({ err: error }, 'calendar'),
    );
    undo.push(() => calendar.stop());
    return {
      url,
      ready,
      stop,
      onFailure: (listener) => watch(postgres, listener, () => stop.called),
      loadDemo: async ({ empty, progress }) => {
        const { state, today } = folder.demoState() ?? {
          state: empty || !(await database.isEmpty()) ? ('none' as const) : ('loading' as const),
          today: new Date().toISOString(),
        };
        folder.setDemoState({ state, today });
        if (state !== 'loading') return;
        await loadDemo({
          url,
          issuer,
          demoKey,
          today: new Date(today),
          progress: (done, total) => {
            startState.loadingDemo(done, total);
            progress(done, total);
          },
        });
        startState.demoLoaded();
        folder.setDemoState({ state: 'loaded', today });
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo loader alone, and only while it runs, may say when something was recorded. */
function demoClock(headers: NodeJS.Dict<string | string[]>, state: StartState, key: string): Date | undefined {
  if (headers['x-mainstay-demo-clock'] === undefined) return undefined;
  if (!state.demo || headers['x-mainstay-demo-key'] !== key) return undefined;
  return new Date(String(headers['x-mainstay-demo-clock']));
}

function watch(postgres: EmbeddedPostgres, listener: (reason: string) => void, stopping: () => boolean): void {
  postgres.process.once('exit', () => {
    if (!stopping())
      listener('The database ended unexpectedly. Start Mainstay again; nothing that was acknowledged is lost.');
  });
}

function once(work: () => Promise<void>): { (): Promise<void>; called: boolean } {
  let running: Promise<void> | undefined;
  const call = Object.assign(
    () => {
      call.called = true;
      return (running ??= work());
    },
    { called: false },
  );
  return call;
}

async function assertPortFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start.`
            : `Port ${port} cannot be used: ${error.message}.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
