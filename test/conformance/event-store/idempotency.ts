import type { EventStore } from '@mainstay/event-sourcing';
import { append, event, events, type GetSubject, tenant, wholeFeed } from './subject';

export function idempotentIds(subject: GetSubject): void {
  describe('event ids', () => {
    let store: EventStore;
    beforeEach(() => void (store = subject().open()));
    afterEach(() => store.close());

    it.each([
      ['the version of the first time', 'first', 0 as const],
      ['the present version', 'present', 3],
      ['a version long past', 'past', 1],
      ['a version still to come', 'future', 9],
      ['no version', 'none', 'any' as const],
    ])('answer a repeat that expects %s with the first answer', async (_, name, expected) => {
      const stream = `repeat-${name}`;
      const first = await store.append(append(stream, 0, events(stream, 2)));
      await store.append(append(stream, 2, [event(`${stream} later`)]));
      const again = await store.append(append(stream, expected, events(stream, 2)));
      expect(again).toEqual({ ...first, repeated: true });
      expect(await store.readStream(tenant, stream)).toHaveLength(3);
    });

    it('are the same in upper and lower case', async () => {
      const first = await store.append(append('case', 0, [event('case')]));
      const upper = { ...event('case'), id: event('case').id.toUpperCase() };
      expect(await store.append(append('case', 'any', [upper]))).toEqual({ ...first, repeated: true });
    });

    it('find the event they belong to', async () => {
      await store.append(append('find', 0, events('find', 2)));
      expect(await store.findEvent(tenant, event('find 1').id)).toMatchObject({ stream: 'find', version: 2 });
      expect(await store.findEvent(tenant, event('find nothing').id)).toBeUndefined();
    });

    it.each([
      ['known in another stream', 'elsewhere', ['known 0']],
      ['partly known', 'known', ['known 1', 'partly new']],
      ['partly new', 'known', ['half new', 'known 1']],
      ['known in another order', 'known', ['known 1', 'known 0']],
      ['known, but not one after the other', 'known', ['known 0', 'known 2']],
    ])('are refused when %s, at any expected version', async (_, stream, names) => {
      await store.append(append('known', 0, events('known', 3)));
      const before = await store.readStream(tenant, stream);
      for (const expected of [0, 'any', before.length] as const) {
        await expect(
          store.append(
            append(
              stream,
              expected,
              names.map((name) => event(name)),
            ),
          ),
        ).rejects.toMatchObject({
          code: 'event.id-reused',
        });
      }
      expect(await store.readStream(tenant, stream)).toEqual(before);
    });

    it('are refused when one append uses one twice', async () => {
      await expect(store.append(append('twice', 0, [event('twice'), event('twice')]))).rejects.toMatchObject({
        code: 'event.id-reused',
      });
      expect(await store.readStream(tenant, 'twice')).toEqual([]);
    });

    it('let the same append, sent many times at once, through once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          store.append(append('at-once', index % 2 ? 'any' : 0, events('at once', 3))),
        ),
      );
      expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, repeated: undefined }))).size).toBe(1);
      expect(outcomes.filter((outcome) => outcome.status === 'recorded' && !outcome.repeated)).toHaveLength(1);
      expect(await store.readStream(tenant, 'at-once')).toHaveLength(3);
      expect((await wholeFeed(store)).filter(({ stream }) => stream === 'at-once')).toHaveLength(3);
    });

    it('belong to a tenant: another may have the same', async () => {
      await store.append(append('shared', 0, [event('shared')]));
      const other = { ...append('elsewhere', 0, [event('shared')]), tenant: 'globex' };
      expect(await store.append(other)).toMatchObject({ status: 'recorded', repeated: false });
    });
  });
}
