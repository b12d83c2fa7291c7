import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, newId, START } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import type { Kafka } from 'kafkajs';
import { Client } from 'pg';
import { type RunningKafka, startKafka } from '../../../../infra/local/servers/kafka.mjs';
import { kafkaClient } from '../kafka';
import { partitionOf } from '../partition';
import { ensureTopic } from '../topic';
import { TopicReader } from '../topic-reader.fixture';
import { Relay, type RelayOptions } from './relay';
import { migrateRelay } from './schema';

const PARTITIONS = 3;
const tenants = ['acme', 'globex', 'initech', 'umbrella'];

jest.setTimeout(120_000);

describe('The relay', () => {
  let folder: string;
  let broker: RunningKafka;
  let kafka: Kafka;
  let database: TestDatabase;
  let store: PostgresEventStore;
  let admin: Client;
  let topic: string;
  const problems: Error[] = [];
  const running: Relay[] = [];
  const readers: TopicReader[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-relay-'));
    [broker, database] = await Promise.all([startKafka({ dataFolder: folder }), testDatabase()]);
    kafka = kafkaClient({ brokers: broker.brokers, clientId: 'relay.spec' });
    store = new PostgresEventStore({ urls: database.urls });
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await owner.end();
    admin = new Client({ connectionString: database.urls.superuser });
    await admin.connect();
  }, 300_000);
  beforeEach(() => (topic = `test-${randomUUID()}`));
  afterEach(async () => {
    await Promise.all([
      ...running.splice(0).map((relay) => relay.stop()),
      ...readers.splice(0).map((each) => each.close()),
    ]);
    problems.length = 0;
  });
  afterAll(async () => {
    await admin.end();
    await store.close();
    await Promise.all([broker.stop(), database.stop()]);
    rmSync(folder, { recursive: true });
  });

  function relay(more: Partial<RelayOptions> = {}): Relay {
    const made = new Relay({
      store,
      kafka,
      databaseUrl: database.urls.projector,
      holder: 'relay-1',
      partitions: PARTITIONS,
      topic,
      leaseMs: 10_000, // none of these is about losing it: a machine that stands still for a second must not take it
      watermarkMs: 50,
      onProblem: (error) => problems.push(error),
      ...more,
    });
    running.push(made);
    return made;
  }

  async function reader(): Promise<TopicReader> {
    const client = kafka.admin();
    await client.connect();
    await ensureTopic(client, { name: topic, partitions: PARTITIONS });
    await client.disconnect();
    const made = await TopicReader.open(kafka, topic);
    readers.push(made);
    return made;
  }

  /** Events of all tenants, one append each. */
  const append = (count: number, to: EventStore = store) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        to.append({
          tenant: tenants[index % tenants.length]!,
          stream: `test-${index % 7}`,
          expectedVersion: 'any',
          events: [
            {
              id: newId(),
              type: 'test.Happened',
              data: { index },
              metadata: { schemaVersion: 1, actor: 'person-1', correlation: `request-${index}` },
            },
          ],
        }),
      ),
    );

  const recorded = async (of: EventStore = store) => (await of.readFeed(START, 100_000)).events;
  const becomes = async (condition: () => boolean) => {
    while (!condition()) await delay(20);
  };

  it('brings every event to its tenant’s partition, in order, with headers that say what it is', async () => {
    await append(300);
    const read = await reader();
    void relay({ batchSize: 40 }).run();
    await append(100);
    const expected = await recorded();
    await read.until(({ events }) => events.length >= expected.length);
    for (const tenant of tenants) {
      const ofTenant = read.all.filter(({ message }) => message.headers?.tenant?.toString() === tenant);
      expect(new Set(ofTenant.map(({ partition }) => partition))).toEqual(new Set([partitionOf(tenant, PARTITIONS)]));
      expect(ofTenant.map(({ message }) => message.key!.toString())).toEqual(ofTenant.map(() => tenant));
      expect(read.events.filter((event) => event.tenant === tenant)).toEqual(
        expected.filter((event) => event.tenant === tenant),
      );
    }
  });

  it('says in every partition how far it is complete, after the events it speaks of', async () => {
    const read = await reader();
    void relay().run();
    await append(30);
    const last = (await recorded()).at(-1)!.position;
    await read.until(() => [0, 1, 2].every((partition) => (read.reached.get(partition) ?? '') >= last));
    const seen = read.all.map(({ partition, message }) => ({
      partition,
      position: message.headers!.position!.toString(),
      watermark: !message.headers!.tenant,
    }));
    for (const [index, { partition, position, watermark }] of seen.entries()) {
      if (!watermark) continue;
      const later = seen.slice(index + 1).filter((each) => each.partition === partition && !each.watermark);
      expect(later.every((each) => each.position > position)).toBe(true);
    }
  });

  it('repeats what was sent before its checkpoint was saved, and leaves nothing out, after it is killed in between', async () => {
    const read = await reader();
    const first = relay();
    void first.run();
    await append(50);
    await becomes(() => first.status().state === 'leading' && first.status().waitingSince === undefined);
    await append(1);
    const before = (await recorded()).length;
    await read.until(({ events }) => events.length >= before);
    await admin.query('begin');
    await admin.query('lock table relay.checkpoint in share mode'); // its save waits
    await append(40);
    const all = await recorded();
    await read.until(({ events }) => events.length >= all.length);
    await endSessions();
    await admin.query('commit');
    await append(10);
    const expected = await recorded();
    await read.until(({ events }) => new Set(events.map(({ id }) => id)).size === expected.length);
    expect(problems.length).toBeGreaterThan(0);
    expect(read.events.length).toBeGreaterThan(expected.length);
    expect(withoutRepeats(read)).toEqual(byTenant(expected));
  });

  it('is led by one process; another takes over when the leader goes', async () => {
    const read = await reader();
    const [first, second] = [relay({ holder: 'first' }), relay({ holder: 'second' })];
    void first.run();
    await becomes(() => first.status().state === 'leading');
    void second.run();
    await becomes(() => second.status().state === 'standing by');
    await append(20);
    await read.until(({ events }) => events.length >= 20);
    expect(second.status()).toMatchObject({ state: 'standing by', relayed: 0 });
    await first.stop();
    await append(20);
    const expected = await recorded();
    await read.until(({ events }) => new Set(events.map(({ id }) => id)).size === expected.length);
    expect(second.status().state).toBe('leading');
    expect(withoutRepeats(read)).toEqual(byTenant(expected));
    const { rows } = await admin.query('select leader, epoch from relay.checkpoint where name = $1', [topic]);
    expect(rows).toEqual([{ leader: 'second', epoch: '2' }]);
  });

  it('commits what it has sent when it is told to end in the middle of a long transaction', async () => {
    await append(200);
    const read = await reader();
    const told: number[] = [];
    const one = relay({
      batchSize: 10,
      onRelayed: ({ length }) => {
        told.push(length);
        if (told.length === 3) void one.stop();
      },
    });
    await one.run();
    const sent = one.status().relayed;
    expect(sent).toBeLessThan(200);
    await read.until(({ events }) => events.length >= sent);
    const { rows } = await admin.query('select position from relay.checkpoint where name = $1', [topic]);
    expect(rows).toEqual([{ position: one.status().position }]);
    expect(told.reduce((sum, length) => sum + length, 0)).toBe(sent);
  });

  it('begins again from the first event when Kafka has lost the topic', async () => {
    await append(10);
    const first = relay();
    void first.run();
    const expected = await recorded();
    await becomes(() => first.status().relayed >= expected.length);
    await first.stop();
    const client = kafka.admin();
    await client.connect();
    await client.deleteTopics({ topics: [topic] });
    while ((await client.listTopics()).includes(topic)) await delay(20);
    await client.disconnect();
    const read = await reader();
    void relay().run();
    await read.until(({ events }) => events.length >= expected.length);
    expect(byTenant(read.events)).toEqual(byTenant(expected));
  });

  it('goes on by itself after the broker was gone', async () => {
    const read = await reader();
    const one = relay();
    void one.run();
    await append(10);
    await becomes(() => one.status().relayed > 0);
    await broker.kill();
    await append(30);
    await becomes(() => problems.length > 0);
    expect(one.status().waitingSince).toBeDefined();
    await broker.restart();
    const expected = await recorded();
    await read.until(({ events }) => new Set(events.map(({ id }) => id)).size === expected.length);
    expect(withoutRepeats(read)).toEqual(byTenant(expected));
  });

  it('does not wait for ever for a broker that hangs, and goes on when it works again', async () => {
    const read = await reader();
    const one = relay({ answerMs: 1_000 });
    void one.run();
    await append(10);
    await becomes(() => one.status().relayed > 0 && one.status().waitingSince === undefined);
    await broker.kill('SIGSTOP');
    try {
      await append(30);
      await becomes(() => problems.some(({ message }) => message === 'Kafka has not answered for 1 s.'));
    } finally {
      await broker.kill('SIGCONT');
    }
    const expected = await recorded();
    await read.until(({ events }) => new Set(events.map(({ id }) => id)).size === expected.length);
    expect(withoutRepeats(read)).toEqual(byTenant(expected));
  });

  it('refuses to work on a topic with another number of partitions, and says why', async () => {
    await reader();
    await expect(relay({ partitions: 5 }).run()).rejects.toThrow(
      `The topic ${topic} has 3 partitions, but KAFKA_TOPIC_PARTITIONS is 5.`,
    );
  });

  async function endSessions(): Promise<void> {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mainstay relay' and datname = current_database()`,
    );
  }

  const byTenant = (events: readonly { tenant: string; id: string }[]) =>
    Object.fromEntries(
      tenants.map((tenant) => [tenant, events.filter((event) => event.tenant === tenant).map(({ id }) => id)]),
    );

  /** As a reader sees it that drops what it has seen, by the position. */
  function withoutRepeats({ events }: TopicReader): Record<string, string[]> {
    const last = new Map<string, string>();
    return byTenant(
      events.filter(({ tenant, position }) => {
        if (position <= (last.get(tenant) ?? START)) return false;
        last.set(tenant, position);
        return true;
      }),
    );
  }
});
