import { type AppendOutcome, type EventStore, START, StoreUnavailable } from '@mainstay/event-sourcing';
import { StoreAccessDenied } from './errors';
import { EventStoreDbEventStore, type EventStoreDbEventStoreOptions } from './eventstoredb-event-store';
import { happened, visible } from './store.fixture';
import { EventStoreDbDouble } from './wire-double';

describe('when things go wrong', () => {
  let double: EventStoreDbDouble;
  const opened: EventStore[] = [];
  const open = (options: Partial<EventStoreDbEventStoreOptions> = {}) => {
    const store = new EventStoreDbEventStore({ url: double.url, ...options });
    opened.push(store);
    return store;
  };
  beforeEach(async () => void (double = await EventStoreDbDouble.start()));
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    double.stop();
  });

  const reads: readonly (readonly [string, (store: EventStore) => Promise<unknown>])[] = [
    ['reading a stream', (store) => store.readStream('acme', 'a')],
    ['finding an event', (store) => store.findEvent('acme', happened('a').events[0]!.id)],
    ['reading the feed', (store) => visible(store)],
    ['asking for the head', (store) => store.head()],
    ['appending', (store) => store.append(happened('a'))],
  ];

  it.each(reads)('%s is unavailable while the server has no quorum, and works again after', async (_, ask) => {
    const store = open();
    double.faults.plant('read', 'unavailable');
    await expect(ask(store)).rejects.toMatchObject({ code: 'store.no-answer', status: 503 });
    await expect(ask(store)).resolves.not.toThrow();
  });

  it.each(reads)('%s says so where the server denies access', async (_, ask) => {
    double.faults.plant('read', 'access-denied');
    await expect(ask(open())).rejects.toBeInstanceOf(StoreAccessDenied);
  });

  it.each(reads)('%s does not wait longer than the deadline', async (_, ask) => {
    double.faults.plant('read', 'silent');
    await expect(ask(open({ deadline: 50 }))).rejects.toMatchObject({ code: 'store.no-answer' });
  });

  it('the feed does not wait longer than the deadline for a subscription, nor takes its refusal for the end', async () => {
    const store = open({ deadline: 2_000 });
    for (let count = 0; count < 3; count++) await store.append(happened('a'));
    const behind = () => store.readFeed(START, 2);
    double.faults.plant('subscribe', 'silent');
    await expect(behind()).rejects.toMatchObject({ code: 'store.no-answer' });
    double.faults.plant('subscribe', 'access-denied');
    await expect(behind()).rejects.toBeInstanceOf(StoreAccessDenied);
    expect(await behind()).toMatchObject({ events: { length: 2 }, drained: false });
  });

  it('an append that was recorded but not answered is found when it is sent again', async () => {
    const store = open({ deadline: 2_000 });
    const append = happened('lost', { expectedVersion: 0 });
    double.faults.plant('append', 'silent-after', { stream: 'lost' });
    await expect(store.append(append)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.append(append)).toMatchObject({ status: 'recorded', version: 1, repeated: true });
    expect(await visible(store)).toHaveLength(1);
  });

  it('an append that got no further than its ids is recorded when it is sent again', async () => {
    const store = open({ deadline: 2_000 });
    const append = happened('claimed', { expectedVersion: 0 });
    double.faults.plant('append', 'silent-after', { stream: append.events[0]!.id });
    await expect(store.append(append)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.findEvent('acme', append.events[0]!.id)).toBeUndefined();
    expect(await store.append(append)).toMatchObject({ status: 'recorded', version: 1, repeated: false });
  });

  it('an id stays with the stream it was first sent for, whatever became of that append', async () => {
    const store = open({ deadline: 2_000 });
    const append = happened('first');
    double.faults.plant('append', 'silent', { stream: 'first' });
    await expect(store.append(append)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.append({ ...append, stream: 'second' })).rejects.toMatchObject({ code: 'event.id-reused' });
  });

  it('an append larger than the server takes is refused as invalid', async () => {
    double.faults.plant('append', 'append-too-large', { stream: 'large' });
    await expect(open().append(happened('large'))).rejects.toMatchObject({ code: 'append.too-large', status: 400 });
  });

  it('a follower sends to the leader: unavailable once, then recorded there', async () => {
    const follower = await EventStoreDbDouble.start({ leader: double.endpoint });
    const store = open({ url: follower.url });
    const append = happened('led');
    await expect(store.append(append)).rejects.toMatchObject({ code: 'store.not-leader', status: 503 });
    expect(await store.append(append)).toMatchObject({ status: 'recorded', version: 1 });
    expect(double.log.stream('mainstay:-acme_led')).toHaveLength(1);
    follower.stop();
  });

  it('appends whose connection is cut again and again are each recorded once', async () => {
    const store = open();
    let writing = true;
    let cuts = 0;
    double.log.watch(() => {
      if (writing && double.log.all.length % 25 === 0 && ++cuts) double.cut();
    });
    const appends = Array.from({ length: 100 }, (_, index) => happened(`cut-${index % 10}`));
    const outcomes = await Promise.all(appends.map((append) => untilAnswered(store, append)));
    writing = false;
    expect(cuts).toBeGreaterThan(3);
    expect(outcomes.every(({ status }) => status === 'recorded')).toBe(true);
    const found = (await visible(store)).map(({ id }) => id).sort();
    expect(found).toEqual(appends.map(({ events }) => events[0]!.id).sort());
  });

  it('a server that is not there is unavailable; when it is back the same store goes on', async () => {
    const store = open();
    await store.append(happened('a'));
    double.stop();
    await expect(store.append(happened('a'))).rejects.toMatchObject({ code: 'store.no-answer' });
    await expect(store.readStream('acme', 'a')).rejects.toMatchObject({ code: 'store.no-answer' });
    await double.restart();
    expect(await untilAnswered(store, happened('a'))).toMatchObject({ version: 2 });
  });

  it('a cluster of which nobody answers is unavailable', async () => {
    const store = open({ url: 'esdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1&discoveryInterval=1' });
    await expect(store.append(happened('a'))).rejects.toMatchObject({ code: 'store.no-answer' });
  });

  it('closing records what had been accepted, and accepts no more', async () => {
    const store = open();
    const accepted = Array.from({ length: 20 }, (_, index) => store.append(happened(`closing-${index}`)));
    const closed = store.close();
    await expect(store.append(happened('too-late'))).rejects.toMatchObject({ code: 'store.closed' });
    expect((await Promise.all(accepted)).every(({ status }) => status === 'recorded')).toBe(true);
    await closed;
  });

  it('what somebody else wrote into a stream of Mainstay’s stops its reader, naming it', async () => {
    const properties = new Map([['type', 'Stranger'], ['content-type', 'application/json']]); // prettier-ignore
    const stranger = { id: happened('a').events[0]!.id, data: Buffer.from('{}'), properties };
    double.log.write('mainstay:-acme_a', 'any', [{ ...stranger, customMetadata: Buffer.from('{"tenant":"globex"}') }]);
    await expect(open().readStream('acme', 'a')).rejects.toThrow('in mainstay:-acme_a was not written by Mainstay');
  });
});

/** The contract: what is unavailable is sent again, with the same ids. */
async function untilAnswered(store: EventStore, append: Parameters<EventStore['append']>[0]): Promise<AppendOutcome> {
  for (;;) {
    try {
      return await store.append(append);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
