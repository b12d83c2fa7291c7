import { newId, type RequestContext } from '@mainstay/event-sourcing';
import { migrateEventStore, PostgresEventStore } from '@mainstay/event-store-postgres';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { Projector } from './projector';
import { ReadStore } from './read-store';
import { count, events, opened, records, register, renamed, totals } from './register.fixture';
import { readStoreSchema } from './schema';
import { StoredProgress } from './stored-progress';

describe('read models over events in Postgres', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let projector: Projector;
  let readStore: ReadStore;

  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateEventStore(owner);
    await owner.query(readStoreSchema());
    await owner.end();
    store = new PostgresEventStore({ urls: database.urls });
    projector = new Projector({
      store,
      urls: database.urls,
      projections: [register, count],
      events: [events],
      sharesProgress: true,
    });
    projector.start();
    await projector.whenCaughtUp();
    readStore = await ReadStore.open({
      url: database.urls.api,
      tables: [records, totals],
      progress: projector.progress,
      store,
    });
  });
  afterAll(async () => {
    await projector.stop();
    await readStore.close();
    await store.close();
    await database.stop();
  });

  const append = (id: string, ...given: ReturnType<typeof opened>[]) =>
    store.append({
      tenant: 'acme',
      stream: `test-acme_${id}`,
      expectedVersion: 'any',
      events: given.map((event) => ({
        ...event,
        id: newId(),
        metadata: { schemaVersion: 1, actor: 'p', correlation: 'c' },
      })),
    });
  const context = (rest: Partial<RequestContext> = {}) => ({ tenant: 'acme', now: new Date(), ...rest });
  const total = async (rest: Partial<RequestContext> = {}, from = readStore) => {
    const rows = await from.read(context(rest), (manager) => manager.find(totals.entity));
    return rows.reduce((sum, { n }) => sum + n, 0);
  };
  const last = async (outcome: ReturnType<typeof append>) => {
    const appended = await outcome;
    if (appended.status !== 'recorded') throw new Error('conflict');
    return appended;
  };

  it('let everyone read their own write while a projection is being rebuilt again and again', async () => {
    let writing = true;
    const rebuilding = (async () => {
      let rebuilds = 0;
      while (writing) {
        await projector.rebuild(register.name);
        rebuilds++;
      }
      return rebuilds;
    })();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 25; i++) {
          const { position } = await last(append(`w${writer}`, i === 0 ? opened('first') : renamed(`n${i}`)));
          const find = { recordId: `test-acme_w${writer}` };
          const row = await readStore.read(context({ after: position }), (manager) =>
            manager.findOneBy(records.entity, find),
          );
          expect(row?.name).toBe(i === 0 ? 'first' : `n${i}`);
        }
      }),
    );
    writing = false;
    expect(await rebuilding).toBeGreaterThan(0);
    expect(await total()).toBe(200);
  });

  it('show as at a moment everything recorded by then, whenever they are asked', async () => {
    const { recorded } = await last(append('late', opened('x')));
    const later = { now: new Date(recorded.getTime() + 5_000) };
    expect(await total({ ...later, asAt: new Date(recorded.getTime() - 1) })).toBe(200);
    expect(await total({ ...later, asAt: recorded })).toBe(201);
    await projector.rebuild(count.name);
    expect(await total({ ...later, asAt: recorded })).toBe(201);
  });

  it('tell a process without projector how far they are', async () => {
    const pool = new Pool({ connectionString: database.urls.api, max: 1 });
    const progress = new StoredProgress(pool, () => 0);
    const elsewhere = await ReadStore.open({ url: database.urls.api, tables: [totals], progress, store });
    const { position, recorded } = await last(append('shared', opened('x')));
    expect(await total({ after: position }, elsewhere)).toBe(202);
    const now = new Date(recorded.getTime() + 2_000);
    expect(await total({ now, asAt: recorded }, elsewhere)).toBe(202);
    await elsewhere.close();
    await pool.end();
  });
});
