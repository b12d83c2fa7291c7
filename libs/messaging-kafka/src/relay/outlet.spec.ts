import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventAsText, position } from '@mainstay/event-sourcing';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import type { Kafka } from 'kafkajs';
import { Client } from 'pg';
import { type RunningKafka, startKafka } from '../../../../infra/local/servers/kafka.mjs';
import { kafkaClient } from '../kafka';
import { asText } from '../message';
import { ensureTopic } from '../topic';
import { TopicReader } from '../topic-reader.fixture';
import { batchesOf } from './addressed';
import { Fenced, Lease } from './lease';
import { Outlet } from './outlet';
import { migrateRelay } from './schema';

const event = (number: number): EventAsText =>
  asText({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    tenant: 'acme',
    stream: 'test-1',
    version: number,
    type: 'test.Happened',
    data: { number },
    metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
    recorded: new Date('2026-03-01T09:30:00.250Z'),
    position: position(number, 0),
  });

jest.setTimeout(120_000);

describe('A leader that is paused and comes back', () => {
  let folder: string;
  let broker: RunningKafka;
  let kafka: Kafka;
  let topic: string;
  let reader: TopicReader;
  const open: Outlet[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-outlet-'));
    broker = await startKafka({ dataFolder: folder });
    kafka = kafkaClient({ brokers: broker.brokers, clientId: 'outlet.spec' });
  }, 300_000);
  beforeEach(async () => {
    topic = `test-${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    await ensureTopic(admin, { name: topic, partitions: 2 });
    await admin.disconnect();
    reader = await TopicReader.open(kafka, topic);
  });
  afterEach(() => Promise.all([reader.close(), ...open.splice(0).map((outlet) => outlet.close())]));
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true });
  });

  async function outlet(): Promise<Outlet> {
    const opened = await Outlet.open(kafka, topic, 15_000);
    open.push(opened);
    return opened;
  }
  const send = async (to: Outlet, ...numbers: number[]) => {
    for (const batch of batchesOf(numbers.map(event), 2)) await to.send(batch);
  };
  const relay = async (to: Outlet, ...numbers: number[]) => {
    await send(to, ...numbers);
    await to.commit();
  };
  const seen = () => reader.events.map(({ version }) => version);

  it('is refused by the broker as soon as another leads, and nothing of what it sends is seen', async () => {
    const first = await outlet();
    await relay(first, 1, 2);
    const second = await outlet();
    await expect(relay(first, 3, 4)).rejects.toThrow(Fenced);
    await relay(second, 3);
    await reader.until(({ events }) => events.length >= 3);
    expect(seen()).toEqual([1, 2, 3]);
  });

  it.each([
    ['goes on sending', (first: Outlet) => send(first, 4)],
    ['commits', (first: Outlet) => first.commit()],
  ])(
    'is refused when it %s in the middle of a transaction, and the part sent before is taken back',
    async (_, goOn) => {
      const first = await outlet();
      await relay(first, 1);
      await send(first, 2, 3);
      const second = await outlet();
      await relay(second, 2);
      await expect(goOn(first)).rejects.toThrow(Fenced);
      await relay(second, 3);
      await reader.until(({ events }) => events.length >= 3);
      expect(seen()).toEqual([1, 2, 3]);
    },
  );

  it('sends one transaction after another without a pause, although the broker still ends the one before', async () => {
    const only = await outlet();
    for (let number = 1; number <= 60; number++) await relay(only, number);
    await reader.until(({ events }) => events.length >= 60);
    expect(seen()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });
});

describe('The lease', () => {
  /** Much longer than a busy machine keeps a process waiting. */
  const LEASE_MS = 2_500;
  let database: TestDatabase;
  let admin: Client;
  const never = new AbortController().signal;
  const taken: Lease[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await migrateRelay(owner);
    await owner.end();
    admin = new Client({ connectionString: database.urls.superuser });
    await admin.connect();
  });
  afterEach(() => Promise.all(taken.splice(0).map((lease) => lease.release())));
  afterAll(async () => {
    await admin.end();
    await database.stop();
  });

  async function take(holder: string, standBy = () => undefined as void): Promise<Lease> {
    const options = { url: database.urls.projector, name: 'topic', holder, leaseMs: LEASE_MS };
    const lease = (await Lease.take(options, never, standBy))!;
    taken.push(lease);
    return lease;
  }

  it('refuses the checkpoint of a leader whose epoch is over', async () => {
    const lease = await take('first');
    await lease.save(position(5, 0));
    await admin.query('update relay.checkpoint set epoch = epoch + 1');
    await expect(lease.save(position(6, 0))).rejects.toThrow('This relay leads no longer: another process leads.');
    expect(() => lease.assertHeld()).toThrow(Fenced);
    expect((await admin.query('select position from relay.checkpoint')).rows).toEqual([{ position: position(5, 0) }]);
  });

  it('passes on while its holder is paused, and the holder knows when it comes back', async () => {
    const first = await take('first');
    await first.save(position(7, 0));
    pauseBeats(first);
    const second = await take('second');
    expect(second.position).toBe(position(7, 0));
    expect(Number(second.epoch)).toBe(Number(first.epoch) + 1);
    expect(() => first.assertHeld()).toThrow(Fenced);
    await expect(first.save(position(8, 0))).rejects.toThrow();
    second.assertHeld();
  });

  it('is kept for as long as its holder lives, and waited for by the others', async () => {
    const first = await take('first');
    let waited = 0;
    const second = take('second', () => {
      if (++waited === 8)
        void first.release(); // well past the time of the lease
      else first.assertHeld();
    });
    expect(Number((await second).epoch)).toBe(Number(first.epoch) + 1);
    expect(waited).toBeGreaterThanOrEqual(8);
  });

  /** As SIGSTOP does: no sign of life, but the connection stands. */
  const pauseBeats = (lease: Lease) => clearInterval((lease as unknown as { beats: NodeJS.Timeout }).beats);
});
