import { START } from '@mainstay/event-sourcing';
import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { PostgresEventStore } from './postgres-event-store';
import { connected, happened, visible } from './store.fixture';

describe('the feed', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresEventStore({ urls: database.urls });
  });
  afterAll(async () => {
    await store.close();
    await database.stop();
  });

  it('waits for a transaction that began before, and may still record an earlier event', async () => {
    await store.append(happened('before'));
    const slow = await connected(database.urls.superuser);
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    const during = await store.append(happened('during'));
    const page = await store.readFeed(START, 100);
    expect(page.events.map(({ stream }) => stream)).not.toContain('during');
    expect(page.upTo < (during as { position: string }).position).toBe(true);
    expect(await store.horizonAgeSeconds()).toBeGreaterThan(0);
    await slow.query('rollback');
    await slow.end();
    expect((await store.readFeed(page.upTo, 100)).events.map(({ stream }) => stream)).toContain('during');
  });

  it('is heard from again after the connection that listens was lost', async () => {
    const other = new PostgresEventStore({ urls: database.urls });
    let told = 0;
    let wake = () => {};
    other.onAppended(() => {
      told++;
      wake();
    });
    const toldAgain = () => new Promise<void>((resolve) => (wake = resolve));
    await toldAgain(); // connected
    const root = await connected(database.urls.superuser);
    await root.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`);
    await root.end();
    await toldAgain(); // connected again
    const before = told;
    const next = toldAgain();
    await store.append(happened('after the loss'));
    await next;
    expect(told).toBeGreaterThan(before);
    await other.close();
  });

  it('gives a place to go on from that moves though nothing is appended', async () => {
    const first = await store.readFeed(await store.head(), 10);
    const writer = await connected(database.urls.superuser);
    await writer.query('create table elsewhere ()');
    await writer.end();
    const second = await store.readFeed(first.upTo, 10);
    expect(second.upTo > first.upTo).toBe(true);
    expect((await visible(store)).length).toBeGreaterThan(0);
  });

  it('says the same as text, a moment to the millisecond and characters of any kind included', async () => {
    const place = await store.head();
    const odd = {
      quote: 'a "b" \\ c',
      line: 'one\ntwo\u2028',
      euro: '€ 𝄞',
      number: 1.5e-7,
      nothing: null,
      list: [{}, []],
    };
    for (const stream of ['a "stream"', 'another\\']) {
      const append = happened(stream);
      await store.append({ ...append, events: append.events.map((event) => ({ ...event, data: odd })) });
    }
    // Other tests on the server may hold the horizon back for a moment.
    while ((await store.readFeedAsText(place, 2)).drained);
    for (const limit of [1, 2, 100]) {
      const page = await store.readFeed(place, limit);
      const { events, upTo, drained } = await store.readFeedAsText(place, limit);
      expect(events.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(page.events)));
      for (const [index, { text: _, metadata, ...event }] of events.entries()) {
        expect(page.events[index]).toMatchObject({ ...event, metadata });
      }
      expect(drained).toBe(page.drained);
      if (drained) expect(upTo >= page.upTo).toBe(true);
      else expect(upTo).toBe(page.upTo);
    }
    expect(await store.readFeedAsText(await store.head(), 10)).toMatchObject({ events: [], drained: true });
  });

  it('tells how many events come after a place, up to a number', async () => {
    const place = await store.head();
    for (const stream of ['counted-1', 'counted-2', 'counted-3']) await store.append(happened(stream));
    expect(await store.countAfter(place, 100)).toBe(3);
    expect(await store.countAfter(place, 2)).toBe(2);
    expect(await store.countAfter(await store.head(), 100)).toBe(0);
  });
});
