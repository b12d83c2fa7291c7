import type { EventStore } from '@mainstay/event-sourcing';
import { append, event, type GetSubject, tenant } from './subject';

const past = new Date('2024-03-01T09:30:00.125Z');

export function backdating(subject: GetSubject): void {
  describe('the moment of recording', () => {
    const stores: EventStore[] = [];
    const open = (options?: { allowBackdating: boolean }) => {
      const store = subject().open(options);
      stores.push(store);
      return store;
    };
    afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));

    it('is the store’s own, and nobody may choose another', async () => {
      const store = open();
      await expect(store.append({ ...append('own', 0, [event('own')]), recordedAt: past })).rejects.toMatchObject({
        code: 'append.backdated',
      });
      expect(await store.readStream(tenant, 'own')).toEqual([]);
    });

    it('may be given to a store that was opened for it', async () => {
      const store = open({ allowBackdating: true });
      const outcome = await store.append({ ...append('given', 0, [event('given')]), recordedAt: past });
      expect(outcome).toMatchObject({ recorded: past });
      expect((await store.readStream(tenant, 'given'))[0]!.recorded).toEqual(past);
    });

    it('never goes back within a stream', async () => {
      const store = open({ allowBackdating: true });
      await store.append({ ...append('forward', 0, [event('forward 1')]), recordedAt: past });
      const earlier = new Date(past.getTime() - 60_000);
      const outcome = await store.append({ ...append('forward', 1, [event('forward 2')]), recordedAt: earlier });
      expect(outcome).toMatchObject({ recorded: past });
    });

    it('must be a date', async () => {
      const store = open({ allowBackdating: true });
      await expect(
        store.append({ ...append('no-date', 0, [event('no date')]), recordedAt: new Date(Number.NaN) }),
      ).rejects.toMatchObject({ code: 'append.recorded-at' });
    });
  });
}
