import { type Append, type EventStore, InvalidEvent, MAX_EVENT_BYTES } from '@mainstay/event-sourcing';
import { append, event, type GetSubject, tenant } from './subject';

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const cycle: { self?: unknown } = {};
cycle.self = cycle;

const bad: readonly (readonly [string, (stream: string) => Append])[] = [
  ['NUL in a text', (stream) => append(stream, 0, [event(stream, { text: 'a\0b' })])],
  ['NUL in a key', (stream) => append(stream, 0, [event(stream, { 'a\0b': 1 })])],
  ['half a surrogate pair', (stream) => append(stream, 0, [event(stream, { text: 'a\ud800b' })])],
  ['half a surrogate pair at the end', (stream) => append(stream, 0, [event(stream, { text: 'a\\\udfff' })])],
  [
    'NUL in the metadata',
    (stream) => append(stream, 0, [{ ...event(stream), metadata: { schemaVersion: 1, actor: '\0', correlation: '' } }]),
  ],
  ['more than the size limit', (stream) => append(stream, 0, [event(stream, { text: 'x'.repeat(MAX_EVENT_BYTES) })])],
  [
    'more bytes than the limit in fewer characters',
    (stream) => append(stream, 0, [event(stream, 'ß'.repeat(MAX_EVENT_BYTES / 2))]),
  ],
  ['101 levels of nesting', (stream) => append(stream, 0, [event(stream, deep(101))])],
  ['20,000 levels of nesting', (stream) => append(stream, 0, [event(stream, deep(20_000))])],
  ['a cycle', (stream) => append(stream, 0, [event(stream, cycle)])],
  ['no data', (stream) => append(stream, 0, [{ ...event(stream), data: undefined }])],
  ['a bad second event', (stream) => append(stream, 0, [event(stream), event(`${stream} 2`, { text: '\0' })])],
  ['an id that is no UUID', (stream) => append(stream, 0, [{ ...event(stream), id: 'x' }])],
  ['an empty type', (stream) => append(stream, 0, [{ ...event(stream), type: '' }])],
  ['NUL in the type', (stream) => append(stream, 0, [{ ...event(stream), type: 'a\0' }])],
  ['a name of 501 characters', (stream) => append(stream.padEnd(501, 'x'), 0, [event(stream)])],
  ['a name with half a surrogate pair', (stream) => append(`${stream}\udc00`, 0, [event(stream)])],
  ['a tenant with NUL', (stream) => ({ ...append(stream, 0, [event(stream)]), tenant: 'a\0b' })],
  ['no tenant', (stream) => ({ ...append(stream, 0, [event(stream)]), tenant: '' })],
  ['no event', (stream) => append(stream, 0, [])],
  ['a broken expected version', (stream) => append(stream, -1, [event(stream)])],
  [
    '10,001 events',
    (stream) =>
      append(
        stream,
        0,
        Array.from({ length: 10_001 }, (_, index) => event(`${stream} ${index}`)),
      ),
  ],
];

export function badInput(subject: GetSubject): void {
  describe('bad input', () => {
    let store: EventStore;
    beforeEach(() => void (store = subject().open()));
    afterEach(() => store.close());

    it.each(bad)('%s is refused as invalid; neighbours of the same moment are recorded', async (name, make) => {
      const stream = `bad ${name}`;
      const neighbour = (side: string) => store.append(append(`${stream} ${side}`, 0, [event(`${stream} ${side}`)]));
      const [before, refused, after] = await Promise.allSettled([
        neighbour('before'),
        store.append(make(stream)),
        neighbour('after'),
      ]);
      expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(InvalidEvent) });
      expect([before, after]).toMatchObject([{ value: { status: 'recorded' } }, { value: { status: 'recorded' } }]);
      expect(await store.readStream(tenant, make(stream).stream)).toEqual([]);
    });

    it('an id used before, sent among neighbours, harms none of them', async () => {
      await store.append(append('poison', 0, [event('poison')]));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) =>
          store.append(append(`near-${index}`, 0, [event(index === 15 ? 'poison' : `near ${index}`)])),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(29);
      expect(outcomes[15]).toMatchObject({ reason: { code: 'event.id-reused' } });
      expect(await store.append(append('near-15', 0, [event('near, in the end')]))).toMatchObject({ version: 1 });
    });

    it('stops at the limits, not before them', async () => {
      const fits = event('fits', 'x'.repeat(MAX_EVENT_BYTES - 2));
      expect(await store.append(append('fits', 0, [fits, event('deep', deep(100))]))).toMatchObject({ version: 2 });
      expect((await store.readStream(tenant, 'fits'))[0]!.data).toHaveLength(MAX_EVENT_BYTES - 2);
    });

    it('never reads as another name', async () => {
      expect(await store.readStream(tenant, 'a\0b')).toEqual([]);
      expect(await store.readStream('a\ud800', 'b')).toEqual([]);
      expect(await store.findEvent(tenant, 'not a UUID')).toBeUndefined();
    });
  });
}
