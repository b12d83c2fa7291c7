import { type AppendOutcome, StoreUnavailable } from '@mainstay/event-sourcing';
import { type TestDatabase, testDatabase } from '@mainstay/testing';
import type { Client } from 'pg';
import { PostgresEventStore } from './postgres-event-store';
import { connected, happened, visible } from './store.fixture';

describe('when things go wrong', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let root: Client;

  beforeAll(async () => {
    database = await testDatabase();
    root = await connected(database.urls.superuser);
  });
  beforeEach(() => void (store = new PostgresEventStore({ urls: database.urls })));
  afterEach(() => store.close());
  afterAll(async () => {
    await root.end();
    await database.stop();
  });

  const recorded = (outcomes: readonly AppendOutcome[]) =>
    outcomes.filter(({ status }) => status === 'recorded').length;

  it('appends whose connection is cut again and again are each recorded once', async () => {
    const cut = async () => {
      for (let times = 0; times < 40; times++) {
        await root.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'mainstay_api' and query like '%append%'`);
      }
    };
    const cutting = cut();
    const appends = Array.from({ length: 300 }, (_, index) => happened(`cut-${index % 20}`));
    const outcomes = await Promise.all(
      appends.map(async (append) => {
        for (;;) {
          try {
            return await store.append(append);
          } catch (error) {
            if (!(error instanceof StoreUnavailable)) throw error; // the contract: repeat with the same ids
          }
        }
      }),
    );
    await cutting;
    expect(store.stats.careful).toBeGreaterThan(0);
    expect(recorded(outcomes)).toBe(300);
    const found = (await visible(store)).map(({ id }) => id).sort();
    expect(found).toEqual(appends.map(({ events }) => events[0]!.id).sort());
  });

  it('a stream that another transaction holds is refused alone, as unavailable; its neighbours are recorded', async () => {
    const holder = await connected(database.urls.api);
    await holder.query('begin');
    await holder.query(`select es.lock_streams(array['acme'], array['held'])`);
    const [held, ...others] = await Promise.allSettled(
      ['held', ...Array.from({ length: 20 }, (_, index) => `free-${index}`)].map((stream) =>
        store.append(happened(stream)),
      ),
    );
    expect(held).toMatchObject({ status: 'rejected', reason: { code: 'store.record-locked', status: 503 } });
    expect(others.every(({ status }) => status === 'fulfilled')).toBe(true);
    await holder.query('rollback');
    await holder.end();
    expect(await store.append(happened('held'))).toMatchObject({ status: 'recorded', version: 1 });
  });

  it('a row that a stranger to the protocol holds stops its own append only', async () => {
    await store.append(happened('row-held'));
    await root.query('begin');
    await root.query(`select * from es.streams where stream = 'row-held' for update`);
    const [held, other] = await Promise.allSettled([
      store.append(happened('row-held')),
      store.append(happened('row-free')),
    ]);
    expect(held).toMatchObject({ status: 'rejected', reason: { code: 'store.record-locked' } });
    expect(other).toMatchObject({ status: 'fulfilled' });
    await root.query('rollback');
  });

  it('a server that is not there is unavailable, for appends and for reads', async () => {
    const nowhere = 'postgres://mainstay_api:x@127.0.0.1:1/none';
    const lost = new PostgresEventStore({ urls: { api: nowhere, projector: nowhere } });
    await expect(lost.append(happened('lost'))).rejects.toMatchObject({ code: 'store.no-answer', status: 503 });
    await expect(lost.readStream('acme', 'lost')).rejects.toMatchObject({ code: 'store.no-answer', status: 503 });
    await lost.close();
  });

  it('more than may wait is refused at once as unavailable', async () => {
    const small = new PostgresEventStore({ urls: database.urls, lanes: 1, maxWaiting: 5 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => small.append(happened(`full-${index}`))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'store.busy', status: 503 } });
    await small.close();
  });

  it('closing records what had been accepted, and accepts no more', async () => {
    const closing = new PostgresEventStore({ urls: database.urls });
    const accepted = Array.from({ length: 50 }, (_, index) => closing.append(happened(`closing-${index}`)));
    const closed = closing.close();
    await expect(closing.append(happened('too-late'))).rejects.toMatchObject({ code: 'store.closed' });
    expect(recorded(await Promise.all(accepted))).toBe(50);
    await closed;
  });

  it('counts what it does', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => store.append(happened(`count-${index}`))));
    await store.append(happened('count-0', { expectedVersion: 7 }));
    expect(store.stats).toMatchObject({ appends: 11, conflicts: 1, careful: 0, retried: 0 });
    expect(store.stats.batches).toBeLessThanOrEqual(3);
    expect(store.queueDepth).toBe(0);
  });
});
