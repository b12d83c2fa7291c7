import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfiguration } from '@mainstay/configuration';
import { createEmbeddedIdentity } from '@mainstay/embedded-identity';
import type { EmbeddedPostgres } from '@mainstay/embedded-postgres';
import { type PerRole, PostgresEventStore, prepareDatabase } from '@mainstay/event-store-postgres';
import { START } from '@mainstay/event-sourcing';
import { events, migrateDatabase, projections } from '@mainstay/product';
import { Projector } from '@mainstay/read-store';
import type { RunningService } from '@mainstay/service';
import { startPostgres } from '@mainstay/testing';
import { pino } from 'pino';
import { freePort } from '../../../infra/local/free-port.mjs';
import { startApi } from './api';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'mainstay-api-'));
const passwords = { migrate: 'Qm7-migrate-Zp2', api: 'Qm7-api-Zp2x', projector: 'Qm7-projector-Zp2' };

let postgres: EmbeddedPostgres;
let urls: PerRole;
let store: PostgresEventStore;
let projector: Projector;
let provider: Server;
let issuer: string;
const running = new Set<RunningService>();

async function startProvider(port: number): Promise<void> {
  let handler: Awaited<ReturnType<typeof createEmbeddedIdentity>>['handler'];
  provider = createServer((request, response) => void handler(request, response));
  provider.keepAliveTimeout = 120_000; // a busy machine must not meet a connection that is just being closed
  await new Promise<void>((done) => provider.listen(port, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  issuer = `${origin}/identity/realms/mainstay`;
  ({ handler } = await createEmbeddedIdentity({
    issuer,
    redirectOrigins: [origin],
    signingKeyFile: join(folder, 'signing-key.json'),
    organizations: [{ id: 'o-acme', alias: 'acme', name: 'Acme' }],
    demoPassword: 'secret of a test',
    people: [
      {
        id: 'p-ruth',
        username: 'ruth',
        name: 'Ruth Abara',
        email: 'ruth@acme.example',
        memberships: [{ organization: 'acme', roles: ['tenant-administrator'] }],
      },
    ],
  }));
}

async function stopProvider(): Promise<void> {
  provider.closeAllConnections();
  await new Promise((done) => provider.close(done));
}

async function token(): Promise<string> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'mainstay-cli',
      username: 'ruth',
      password: 'secret of a test',
      scope: 'openid organization:*',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

interface Api {
  call(path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>;
  stop(): Promise<void>;
}

async function api(more: Readonly<Record<string, string>> = {}, signedIn?: string): Promise<Api> {
  const port = await freePort();
  const configuration = readConfiguration('api', {
    PORT: String(port),
    DATABASE_URL_API: urls.api,
    DATABASE_URL_PROJECTOR: urls.projector,
    KEYCLOAK_ISSUER: issuer,
    MAINSTAY_PERSONAL_DATA_KEY: randomBytes(32).toString('base64'),
    MAINSTAY_DRAIN_SECONDS: '0',
    ...more,
  });
  const service = await startApi(configuration, pino({ level: 'silent' }), new AbortController().signal);
  running.add(service);
  const bearer = signedIn ?? (await token());
  return {
    call: async (path, init = {}) => {
      const headers = { authorization: `Bearer ${bearer}`, ...init.headers };
      const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, { ...init, headers });
      return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
    },
    stop: async () => {
      running.delete(service);
      await service.stop();
    },
  };
}

const rename = (name: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name, currency: 'EUR', capacity: 7, planReviewDays: 90 }),
});

async function becomes(wanted: boolean, one: Api): Promise<Record<string, unknown>> {
  for (const deadline = performance.now() + 30_000; ; await delay(50)) {
    const { body } = await one.call('health/ready');
    if (body.ready === wanted) return body;
    if (performance.now() > deadline) throw new Error(`Still ${JSON.stringify(body)}`);
  }
}

function startProjector(): void {
  store = new PostgresEventStore({ urls });
  projector = new Projector({ store, urls, projections, events, sharesProgress: true });
  projector.start();
}

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort() });
  urls = await prepareDatabase(postgres.superuserUrl, 'mainstay', passwords);
  await migrateDatabase(urls.migrate);
  await migrateDatabase(urls.migrate);
  startProjector();
  await projector.whenCaughtUp();
  await startProvider(await freePort());
});
afterAll(async () => {
  await Promise.all([...running].map((service) => service.stop()));
  await projector.stop();
  await store.close();
  await stopProvider();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an API process', () => {
  it('hears nobody’s word for the time of recording, unless the key of the demo comes with it', async () => {
    const key = 'a key of the demo loader of a test';
    const one = await api({ MAINSTAY_DEMO_KEY: key });
    const recordedWith = async (demoKey: string) => {
      const { headers, ...rest } = rename(`With ${demoKey}`);
      const clock = { 'x-mainstay-demo-clock': '2024-05-01T08:00:00Z', 'x-mainstay-demo-key': demoKey };
      expect((await one.call('t/acme/enterprise', { ...rest, headers: { ...headers, ...clock } })).status).toBe(200);
      return (await store.readFeed(START, 1_000)).events.at(-1)!.recorded.getUTCFullYear();
    };
    expect(await recordedWith(key)).toBe(2024);
    expect(await recordedWith(`${key}!`)).toBeGreaterThan(2024);
    await one.stop();
  });

  it('lets a person read at one copy what was written at another, while the projector runs elsewhere', async () => {
    const [first, second] = [await api(), await api()];
    for (const name of ['One', 'Two', 'Three']) {
      const written = await first.call('t/acme/enterprise', rename(name));
      expect(written.status).toBe(200);
      const read = await second.call('t/acme/enterprise', {
        headers: { position: written.headers.get('position')! },
      });
      expect(read.body).toMatchObject({ name });
    }
    await Promise.all([first.stop(), second.stop()]);
  });

  it('finishes what it has begun when told to end, and says that it ends', async () => {
    const one = await api({ MAINSTAY_DRAIN_SECONDS: '5' });
    await becomes(true, one);
    const ended = one.stop();
    expect((await one.call('health/ready')).body).toMatchObject({ ready: false, ending: true });
    expect((await one.call('t/acme/enterprise', rename('While ending'))).status).toBe(200);
    await ended;
    await expect(one.call('health/live')).rejects.toThrow();
  });
});

describe('without its sign-in service', () => {
  it('a process that knows the keys goes on; one that does not recognises nobody', async () => {
    const warm = await api();
    await becomes(true, warm);
    const { port } = provider.address() as AddressInfo;
    const bearer = await token();
    await stopProvider();
    expect((await warm.call('t/acme/enterprise')).status).toBe(200);

    const cold = await api({}, bearer);
    const refused = await cold.call('t/acme/enterprise');
    expect({ status: refused.status, retry: refused.headers.get('retry-after') }).toEqual({ status: 503, retry: '1' });
    expect((await cold.call('health/ready')).body).toMatchObject({ ready: false, signingKeys: false });
    await startProvider(port);
    await becomes(true, cold);
    expect((await cold.call('t/acme/enterprise')).status).toBe(200);
    await Promise.all([warm.stop(), cold.stop()]);
  });
});

describe('without its database', () => {
  it('answers 503 with Retry-After rather than wrong data, and goes on by itself when it is back', async () => {
    const one = await api();
    await becomes(true, one);
    const { port } = postgres;
    await postgres.stop();
    for (const init of [{}, rename('Lost')]) {
      const { status, headers } = await one.call('t/acme/enterprise', init);
      expect({ status, retry: headers.get('retry-after') }).toEqual({ status: 503, retry: '1' });
    }
    expect((await one.call('health/live')).status).toBe(200);
    expect(await becomes(false, one)).toMatchObject({ database: false });
    postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port });
    await becomes(true, one);
    const written = await one.call('t/acme/enterprise', rename('Found'));
    expect(written.status).toBe(200);
    const read = await one.call('t/acme/enterprise', { headers: { position: written.headers.get('position')! } });
    expect(read.body).toMatchObject({ name: 'Found' });
    await one.stop();
  });
});
