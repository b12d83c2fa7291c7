import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, newId, START } from '@mainstay/event-sourcing';
import { EventStoreDbEventStore } from '@mainstay/event-store-eventstoredb';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { EVENTS_TOPIC, kafkaClient, migrateRelay, Relay } from '@mainstay/messaging-kafka';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import { type RunningKafka, startKafka } from '../../infra/local/servers/kafka.mjs';
import { EventStoreDbDouble } from '../../libs/event-store-eventstoredb/src/wire-double';
import { TopicReader } from '../../libs/messaging-kafka/src/topic-reader.fixture';
import { ServiceProcess } from './service-process';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..');
const tenants = ['acme', 'globex', 'initech', 'umbrella'];

describe('Relay processes', () => {
  let folder: string;
  let broker: RunningKafka;
  let database: TestDatabase;
  let store: PostgresEventStore;
  let reader: TopicReader;
  const processes: ServiceProcess[] = [];

  beforeAll(async () => {
    execFileSync(
      process.execPath,
      ['-e', `import('./infra/local/build.mjs').then((b) => b.buildIfNeeded({ web: false }))`],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
    folder = mkdtempSync(join(tmpdir(), 'mainstay-relay-'));
    [broker, database] = await Promise.all([startKafka({ dataFolder: folder }), testDatabase()]);
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await owner.end();
    store = new PostgresEventStore({ urls: database.urls });
  }, 300_000);
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await reader?.close();
    await store.close();
    await Promise.all([broker.stop(), database.stop()]);
    rmSync(folder, { recursive: true });
  });

  async function start(env: NodeJS.ProcessEnv = {}): Promise<ServiceProcess> {
    const one = await ServiceProcess.start('relay', {
      DATABASE_URL_API: database.urls.api,
      DATABASE_URL_PROJECTOR: database.urls.projector,
      KAFKA_BROKERS: broker.brokers.join(','),
      KAFKA_TOPIC_PARTITIONS: '3',
      ...env,
    });
    processes.push(one);
    return one;
  }

  const becomes = (relay: ServiceProcess, state: string) =>
    relay.until(async () => (await relay.readiness())?.state === state);

  async function append(count: number, to: EventStore = store): Promise<void> {
    for (let index = 0; index < count; index++) {
      await to.append({
        tenant: tenants[index % tenants.length]!,
        stream: 'test-1',
        expectedVersion: 'any',
        events: [
          {
            id: newId(),
            type: 'test.Happened',
            data: { index },
            metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
          },
        ],
      });
    }
  }

  async function checkpoint(): Promise<string> {
    const client = new Client({ connectionString: database.urls.projector });
    await client.connect();
    const { rows } = await client.query<{ position: string }>('select position from relay.checkpoint where name = $1', [
      EVENTS_TOPIC,
    ]);
    await client.end();
    return rows[0]!.position;
  }

  /** Everything recorded is in the topic: nothing missing, and in order where what was seen before is dropped. */
  async function allIsThere(read = reader, from: EventStore = store): Promise<void> {
    const { events } = await from.readFeed(START, 100_000);
    await read.until(({ events: all }) => new Set(all.map(({ id }) => id)).size === events.length);
    for (const tenant of tenants) {
      let last = START;
      const seen = read.events.filter((event) => {
        if (event.tenant !== tenant || event.position <= last) return false;
        last = event.position;
        return true;
      });
      expect(seen.map(({ id }) => id)).toEqual(events.filter((event) => event.tenant === tenant).map(({ id }) => id));
    }
  }

  let first: ServiceProcess;
  let second: ServiceProcess;

  it('make the topic, and one of them leads', async () => {
    first = await start();
    await becomes(first, 'leading');
    second = await start();
    await becomes(second, 'standing by');
    reader = await TopicReader.open(kafkaClient({ brokers: broker.brokers, clientId: 'relay.spec' }), EVENTS_TOPIC);
    await append(50);
    await allIsThere();
    expect(await second.get('/health/ready')).toMatchObject({ status: 200 });
    const said = ['mainstay_relay_leader 1', 'mainstay_relay_events_total 50', 'mainstay_relay_lag_events 0'];
    // It counts what it has committed a moment after readers see it.
    await first.until(async () => {
      const lines = (await first.get('/metrics')).text.split('\n');
      return said.every((line) => lines.includes(line));
    });
    expect((await second.get('/metrics')).text).toMatch(/^mainstay_relay_leader 0$/m);
  });

  it('go on when the leader is paused past its lease; it stands by when it comes back', async () => {
    const appending = append(400);
    await delay(0);
    first.child.kill('SIGSTOP');
    await appending;
    await becomes(second, 'leading');
    await append(50);
    first.child.kill('SIGCONT');
    await becomes(first, 'standing by');
    await append(50);
    await allIsThere();
  });

  it('go on when the leader is killed', async () => {
    const appending = append(200);
    second.child.kill('SIGKILL');
    await appending;
    await becomes(first, 'leading');
    await allIsThere();
  });

  it('end in good order, and leave nothing to repeat', async () => {
    await append(20);
    await allIsThere();
    const last = (await store.readFeed(START, 100_000)).events.at(-1)!.position;
    await first.until(async () => (await checkpoint()) >= last);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const before = reader.events.length;
    const third = await start();
    await becomes(third, 'leading');
    await append(1);
    await allIsThere();
    expect(reader.events.length).toBe(before + 1);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  it('refuse to work on a topic with another number of partitions, and say why', async () => {
    const wrong = await start({ KAFKA_TOPIC_PARTITIONS: '4' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toContain(`The topic ${EVENTS_TOPIC} has 3 partitions, but KAFKA_TOPIC_PARTITIONS is 4.`);
  });

  it('bring the events of an EventStoreDB as they bring those of PostgreSQL', async () => {
    const double = await EventStoreDbDouble.start();
    const other = new EventStoreDbEventStore({ url: double.url });
    const topic = 'from-eventstoredb';
    const kafka = kafkaClient({ brokers: broker.brokers, clientId: 'relay.spec' });
    const options = { store: other, kafka, databaseUrl: database.urls.projector, partitions: 3, topic };
    await append(40, other);
    const before = new Relay({ ...options, holder: 'before', batchSize: 7 });
    void before.run();
    while (before.status().relayed < 40) await delay(20);
    await before.stop();
    const read = await TopicReader.open(kafka, topic);
    const after = new Relay({ ...options, holder: 'after' });
    void after.run();
    await append(20, other);
    await allIsThere(read, other);
    expect(read.events).toHaveLength(60);
    await after.stop();
    await read.close();
    await other.close();
    double.stop();
  });
});
