import { randomUUID } from 'node:crypto';
import { type Append, type DomainEvent, type EventStore, idFrom, InMemoryEventStore } from '@mainstay/event-sourcing';
import { EventStoreDbEventStore } from '@mainstay/event-store-eventstoredb';
import { Projector, ReadStore, readStoreSchema, rebuildProjection } from '@mainstay/read-store';
import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import { EventStoreDbDouble } from '../../libs/event-store-eventstoredb/src/wire-double';
import {
  closed,
  count,
  events,
  opened,
  records,
  register,
  renamed,
  totals,
} from '../../libs/read-store/src/register.fixture';

/** The same history, in the same order, at the same moments, whatever store it goes to. */
const history: readonly Append[] = ['acme', 'globex'].flatMap((tenant) =>
  Array.from({ length: 40 }, (_, turn): Append => {
    const stream = `test-${tenant}_${turn % 7}`;
    const happened: DomainEvent[] = turn < 7 ? [opened(`n${turn}`), renamed(`m${turn}`)] : [renamed(`n${turn}`)];
    if (turn > 36) happened.push(closed('2026-02-03'));
    return {
      tenant,
      stream,
      expectedVersion: 'any',
      recordedAt: new Date(Date.UTC(2026, 0, 5, 9, turn)),
      events: happened.map(({ type, data }, index) => ({
        id: idFrom('read models', tenant, String(turn), String(index)),
        type,
        data,
        metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
      })),
    };
  }),
);

describe('read models are the same', () => {
  let database: TestDatabase;
  let inMemory: string[];
  beforeAll(async () => {
    await emptied();
    inMemory = await project(new InMemoryEventStore(undefined, { allowBackdating: true }));
    expect(inMemory.length).toBeGreaterThan(80);
  });
  beforeEach(emptied);
  afterAll(() => database.stop());

  it('over events in EventStoreDB as over events in memory, history included', async () => {
    const double = await EventStoreDbDouble.start();
    const store = new EventStoreDbEventStore({ url: double.url, allowBackdating: true });
    expect(await project(store)).toEqual(inMemory);
    await store.close();
    double.stop();
  });

  const url = process.env.EVENTSTOREDB_URL;
  (url ? it : it.skip)('over events on an EventStoreDB server', async () => {
    const namespace = `test.${randomUUID().replaceAll('-', '')}`;
    const store = new EventStoreDbEventStore({ url: url!, namespace, allowBackdating: true });
    expect(await project(store)).toEqual(inMemory);
    await store.close();
  });

  async function emptied(): Promise<void> {
    await (database as TestDatabase | undefined)?.stop();
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(readStoreSchema());
    await owner.end();
  }

  /** Every row and every row of history, first as recording went on, then (the same, or this fails) built anew. */
  async function project(store: EventStore): Promise<string[]> {
    const shared = { store, urls: database.urls, projections: [register, count], events: [events] };
    const projector = new Projector(shared);
    projector.start();
    await projector.whenCaughtUp();
    const readStore = await ReadStore.open({
      url: database.urls.api,
      tables: [records, totals],
      progress: projector.progress,
      store,
    });
    for (const append of history) {
      const outcome = await store.append(append);
      if (outcome.status !== 'recorded') throw new Error('conflict');
      const [, change] = append.events;
      if (!change) continue;
      const context = { tenant: append.tenant, now: new Date(), after: outcome.position };
      const found = await readStore.read(context, (manager) =>
        manager.findOneBy(records.entity, { recordId: append.stream }),
      );
      expect(found?.names).toContain((change.data as { name?: string }).name ?? found?.name);
    }
    const asAt = history[20]!.recordedAt!;
    const then = await readStore.read({ tenant: 'acme', now: new Date(), asAt }, (manager) =>
      manager.findOneBy(records.entity, { recordId: history[20]!.stream }),
    );
    expect(then?.name).toBe('n20');
    const rows = await dump();
    await projector.stop();
    for (const { name } of shared.projections) await rebuildProjection(shared, name);
    expect(await dump()).toEqual(rows);
    await readStore.close();
    return rows;
  }

  async function dump(): Promise<string[]> {
    const client = new Client({ connectionString: database.urls.superuser });
    await client.connect();
    const rows: string[] = [];
    for (const table of [records, totals].flatMap(({ name }) => [name, `${name}_history`])) {
      const found = await client.query<{ row: string }>(`select t::text as row from read."${table}" t order by 1`);
      rows.push(...found.rows.map(({ row }) => `${table} ${row}`));
    }
    await client.end();
    return rows;
  }
});
