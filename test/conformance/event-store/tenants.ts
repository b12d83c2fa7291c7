import type { EventStore } from '@mainstay/event-sourcing';
import { append, event, events, type GetSubject } from './subject';

export function tenants(subject: GetSubject): void {
  describe('tenants', () => {
    let store: EventStore;
    beforeEach(() => void (store = subject().open()));
    afterEach(() => store.close());

    const of = (tenant: string, name: string, count: number, expected: number | 'any' = 0) => ({
      ...append('same-name', expected, events(`${name} of ${tenant}`, count)),
      tenant,
    });

    it('have streams of their own under the same name, also when they write in one batch', async () => {
      const outcomes = await Promise.all([
        store.append(of('north', 'first', 2)),
        store.append(of('south', 'first', 1)),
        store.append(of('north', 'second', 1, 'any')),
      ]);
      expect(outcomes.map(({ version }) => version)).toEqual([2, 1, 3]);
      const south = await store.readStream('south', 'same-name');
      expect(south.map(({ tenant, data }) => ({ tenant, data }))).toEqual([
        { tenant: 'south', data: { name: 'first of south 0' } },
      ]);
    });

    it('do not find each other’s events by id', async () => {
      await store.append({ ...append('private', 0, [event('private')]), tenant: 'north' });
      expect(await store.findEvent('south', event('private').id)).toBeUndefined();
      expect(await store.readStream('south', 'private')).toEqual([]);
    });
  });
}
