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
    const page = await store.readFeed(START, 10);
    expect(page).toMatchObject({ events: [{ stream: 'ours' }], drained: true, upTo: await store.head() });
  });

  it('are fed from the beginning again by a page that ends exactly with the last', async () => {
    const store = open();
    for (let count = 0; count < 4; count++) await store.append(happened('a'));
    const page = await store.readFeed(START, 4);
    expect(page).toMatchObject({ drained: false, upTo: page.events.at(-1)!.position });
    expect(await store.readFeed(page.upTo, 4)).toMatchObject({ events: [], drained: true });
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
