import { type EventStore, newId, type RecordedEvent, START } from '@mainstay/event-sourcing';
import { append, event, events, type GetSubject, recorded, tenant, wholeFeed } from './subject';

const WRITERS = 64;
const APPENDS_EACH = 25;

export function ordering(subject: GetSubject): void {
  describe('the feed', () => {
    let stores: EventStore[];
    beforeEach(() => void (stores = [subject().open(), subject().open()]));
    afterEach(() => Promise.all(stores.map((store) => store.close())));

    it('gives a reader who follows 64 writers in two processes everything, once, and each stream in order', async () => {
      const acknowledged = new Set<string>();
      const writing = { done: false };
      const followed = follow(stores[1]!, () => writing.done);
      await Promise.all(
        Array.from({ length: WRITERS }, async (_, writer) => {
          for (let turn = 0; turn < APPENDS_EACH; turn++) {
            const store = stores[(writer + turn) % 2]!;
            const toAppend = Array.from({ length: 1 + ((writer + turn) % 3) }, () => ({
              ...event('hot'),
              id: newId(),
            }));
            const to = {
              ...append(`hot-${(writer * 7 + turn * 3) % 10}`, 'any', toAppend),
              tenant: `tenant-${writer % 4}`,
            };
            recorded(await store.append(to));
            for (const { id } of toAppend) acknowledged.add(id);
          }
        }),
      );
      writing.done = true;
      const seen = (await followed).filter(({ tenant }) => tenant.startsWith('tenant-'));
      expect(new Set(seen.map(({ id }) => id))).toEqual(acknowledged);
      expect(seen).toHaveLength(acknowledged.size);
      expectStreamsInOrder(seen);
    });

    it('rises, and pages of any size give the same events', async () => {
      await stores[0]!.append(append('paged', 0, events('paged', 7)));
      const all = await wholeFeed(stores[0]!);
      const small = await wholeFeed(stores[0]!, 3);
      expect(small).toEqual(all);
      const positions = all.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort());
    });

    it('goes on after an event whose position a client holds', async () => {
      const { position } = recorded(await stores[0]!.append(append('goes-on', 0, events('goes on', 2))));
      await stores[0]!.append(append('goes-on', 2, [event('goes on at last')]));
      const after = (await catchUp(stores[0]!, position)).filter(({ stream }) => stream === 'goes-on');
      expect(after.map(({ version }) => version)).toEqual([3]);
    });

    it('has a head that every earlier event is before', async () => {
      const { position } = recorded(await stores[0]!.append(append('head', 0, [event('head')])));
      expect((await stores[1]!.head()) >= position).toBe(true);
    });

    it('drains up to the head when nothing is being written', async () => {
      await stores[0]!.append(append('drained', 0, [event('drained')]));
      const head = await stores[0]!.head();
      await catchUp(stores[0]!, START, head);
      const page = await stores[0]!.readFeed(head, 10);
      expect(page).toMatchObject({ events: [], drained: true });
      expect(page.upTo >= head).toBe(true);
    });

    it('tells listeners that it has grown, in this process and in the other, until they leave', async () => {
      const own = heard(stores[0]!);
      const others = heard(stores[1]!);
      await stores[0]!.append(append('told', 0, [event('told')]));
      await Promise.all([own.once, others.once]);
      own.leave();
      others.leave();
    });

    it('and a stream of 10,000 events are read back whole', async () => {
      await stores[0]!.append(append('long', 0, events('long', 10_000)));
      const stream = await stores[0]!.readStream(tenant, 'long');
      expect(stream.map(({ version }) => version)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
      expect(stream[9_999]!.data).toEqual({ name: 'long 9999' });
      expect((await wholeFeed(stores[0]!, 4_000)).filter(({ stream }) => stream === 'long')).toEqual(stream);
    });
  });
}

async function follow(store: EventStore, written: () => boolean): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for (let after = START; ;) {
    const last = written();
    const page = await store.readFeed(after, 100);
    seen.push(...page.events);
    after = page.upTo;
    if (last) return [...seen, ...(await catchUp(store, after))];
  }
}

async function catchUp(store: EventStore, from: string, until?: string): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  const end = until ?? (await store.head());
  for (let after = from; after < end;) {
    const page = await store.readFeed(after, 1_000);
    seen.push(...page.events);
    if (page.upTo === after && page.drained && until === undefined) return seen;
    after = page.upTo;
  }
  return seen;
}

function expectStreamsInOrder(feed: readonly RecordedEvent[]): void {
  const versions = new Map<string, number>();
  for (const { tenant, stream, version } of feed) {
    const key = `${tenant}/${stream}`;
    expect({ key, version }).toEqual({ key, version: (versions.get(key) ?? 0) + 1 });
    versions.set(key, version);
  }
}

function heard(store: EventStore): { once: Promise<void>; leave: () => void } {
  let leave = () => {};
  const once = new Promise<void>((resolve) => (leave = store.onAppended(resolve)));
  return { once, leave: () => leave() };
}
