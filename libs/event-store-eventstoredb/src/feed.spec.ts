import { START } from '@mainstay/event-sourcing';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { happened, visible } from './store.fixture';
import { EventStoreDbDouble, Log } from './wire-double';

describe('events in EventStoreDB', () => {
  let double: EventStoreDbDouble;
  let now = Date.parse('2026-03-01T12:00:00Z');
  const stores: EventStoreDbEventStore[] = [];
  const open = (namespace?: string) => {
    const store = new EventStoreDbEventStore({ url: double.url, namespace });
    stores.push(store);
    return store;
  };
  beforeEach(async () => void (double = await EventStoreDbDouble.start({ log: new Log(() => now) })));
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    double.stop();
  });

  it('are fed without those of the server, of others on it, and the records of ids', async () => {
    const store = open();
    await open('other').append(happened('theirs'));
    await store.append(happened('ours'));
    for (let count = 0; count < 2_500; count++) double.log.system('$stats');
    for (const limit of [10, 10_000]) {
      const pages = [await store.readFeed(START, limit)];
      while (!pages.at(-1)!.drained) pages.push(await store.readFeed(pages.at(-1)!.upTo, limit));
      expect(pages.flatMap(({ events }) => events.map(({ stream }) => stream))).toEqual(['ours']);
      expect(pages.at(-1)!.upTo).toBe(await store.head());
    }
  });

  it('are fed from the beginning again by a page that ends exactly with the last', async () => {
    const store = open();
    for (let count = 0; count < 4; count++) await store.append(happened('a'));
    const page = await store.readFeed(START, 4);
    expect(page).toMatchObject({ drained: false, upTo: page.events.at(-1)!.position });
    expect(await store.readFeed(page.upTo, 4)).toMatchObject({ events: [], drained: true });
  });

  it('are fed through one subscription, however many pages; a server closes on whoever cancels call after call', async () => {
    const store = open();
    for (let count = 0; count < 400; count++) await store.append(happened('a'));
    const seen = [];
    let after = START;
    for (let drained = false; !drained;) {
      const page = await store.readFeed(after, 3);
      seen.push(...page.events.map(({ version }) => version));
      ({ upTo: after, drained } = page);
    }
    expect(seen).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
    expect(double.subscriptions).toBe(1);
  });

  it('are fed to two readers who stand at the same place, each from there on', async () => {
    const store = open();
    for (let count = 0; count < 20; count++) await store.append(happened('a'));
    const [one, other] = await Promise.all([store.readFeed(START, 4), store.readFeed(START, 4)]);
    const further = await Promise.all([store.readFeed(one.upTo, 4), store.readFeed(other.upTo, 4)]);
    expect(further.map(({ events }) => events.map(({ version }) => version))).toEqual([
      [5, 6, 7, 8],
      [5, 6, 7, 8],
    ]);
  });

  it('are fed on when the subscription held between two pages was lost, and with what was written meanwhile', async () => {
    const store = open();
    for (let count = 0; count < 6; count++) await store.append(happened('a'));
    const { upTo } = await store.readFeed(START, 4);
    double.cut();
    await store.append(happened('a')).catch(() => undefined);
    const versions = new Set<number>();
    for (let [after, drained] = [upTo, false]; !drained;) {
      const page = await store.readFeed(after, 4).catch(() => undefined);
      for (const { version } of page?.events ?? []) versions.add(version);
      if (page) ({ upTo: after, drained } = page);
    }
    expect([...versions]).toEqual(
      Array.from({ length: (await store.readStream('acme', 'a')).length - 4 }, (_, i) => i + 5),
    );
  });

  it('of one append that two processes send at the same moment are recorded once, and one is told so', async () => {
    for (let round = 0; round < 20; round++) {
      const append = happened(`round-${round}`, { expectedVersion: round % 2 ? 0 : 'any' });
      const outcomes = await Promise.all([open().append(append), open().append(append)]);
      expect(outcomes.map((outcome) => 'repeated' in outcome && outcome.repeated).sort()).toEqual([false, true]);
      const [one, other] = outcomes.map((outcome) => ({ ...outcome, repeated: undefined }));
      expect(one).toEqual(other);
      expect(await stores[0]!.readStream('acme', append.stream)).toHaveLength(1);
    }
  });

  it('never seem to be recorded before the one they follow, also when the clock of the server goes back', async () => {
    const store = open();
    await store.append(happened('clock'));
    const first = now;
    now -= 60_000;
    const outcome = await store.append(happened('clock'));
    expect(outcome).toMatchObject({ recorded: new Date(first) });
    expect((await visible(store)).map(({ recorded }) => recorded.getTime())).toEqual([first, first]);
  });

  it('keep their id and tenant where others read them', async () => {
    const append = happened('portfolio.account-acme_1');
    await open().append(append);
    const [stored] = double.log.stream('mainstay:portfolio.account-acme_1')!;
    expect(stored!.id).toBe(append.events[0]!.id);
    expect(JSON.parse(Buffer.from(stored!.customMetadata).toString())).toMatchObject({ tenant: 'acme' });
  });
});
