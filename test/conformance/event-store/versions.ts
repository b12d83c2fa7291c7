import type { EventStore } from '@mainstay/event-sourcing';
import { append, event, events, type GetSubject, tenant } from './subject';

export function expectedVersions(subject: GetSubject): void {
  describe('expected versions', () => {
    let store: EventStore;
    beforeEach(() => void (store = subject().open()));
    afterEach(() => store.close());

    it('begins a stream at version 1 and answers with the version of the last event', async () => {
      const outcome = await store.append(append('begin', 0, events('begin', 3)));
      expect(outcome).toMatchObject({ status: 'recorded', version: 3, repeated: false });
      const stream = await store.readStream(tenant, 'begin');
      expect(stream.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect(stream.at(-1)).toMatchObject({ position: (outcome as { position: string }).position });
    });

    it('refuses to begin a stream that exists, and says at which version it stands', async () => {
      await store.append(append('exists', 0, events('exists', 2)));
      expect(await store.append(append('exists', 0, [event('again')]))).toEqual({ status: 'conflict', version: 2 });
      expect(await store.readStream(tenant, 'exists')).toHaveLength(2);
    });

    it('continues a stream at the version it has, and at no other', async () => {
      await store.append(append('exact', 0, events('exact', 2)));
      expect(await store.append(append('exact', 1, [event('exact, behind')]))).toEqual({
        status: 'conflict',
        version: 2,
      });
      expect(await store.append(append('exact', 3, [event('exact, ahead')]))).toEqual({
        status: 'conflict',
        version: 2,
      });
      expect(await store.append(append('exact', 2, [event('exact, right')]))).toMatchObject({
        status: 'recorded',
        version: 3,
      });
    });

    it('answers a version expected of a stream never written with version 0', async () => {
      expect(await store.append(append('never', 4, [event('never')]))).toEqual({ status: 'conflict', version: 0 });
      expect(await store.readStream(tenant, 'never')).toEqual([]);
    });

    it('takes an append that expects nothing, on a new and on an old stream', async () => {
      expect(await store.append(append('any', 'any', [event('any 1')]))).toMatchObject({ version: 1 });
      expect(await store.append(append('any', 'any', [event('any 2')]))).toMatchObject({ version: 2 });
    });

    it('lets one of many who expect the same version through', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.append(append('race', 0, [event(`race ${index}`)]))),
      );
      expect(outcomes.filter(({ status }) => status === 'recorded')).toHaveLength(1);
      expect(outcomes.filter(({ status }) => status === 'conflict').every(({ version }) => version === 1)).toBe(true);
    });

    it('gives back what was appended: payload, metadata, type, tenant, stream', async () => {
      const given = event('kept', {
        text: 'Grüße, 漢字, \\u0000 in writing, "quotes"',
        list: [1, 2.5, -3e-7, null, true],
        nested: { a: {} },
      });
      const metadata = { ...given.metadata, effectiveOn: '2026-01-31', onBehalfOf: 'person-2', causation: 'cause' };
      await store.append(append('kept', 0, [{ ...given, metadata }]));
      const [kept] = await store.readStream(tenant, 'kept');
      expect(kept).toMatchObject({ ...given, metadata, tenant, stream: 'kept', version: 1 });
      expect(kept!.recorded).toBeInstanceOf(Date);
    });

    it('reads a stream after a version', async () => {
      await store.append(append('tail', 0, events('tail', 5)));
      expect((await store.readStream(tenant, 'tail', 3)).map(({ version }) => version)).toEqual([4, 5]);
      expect(await store.readStream(tenant, 'tail', 5)).toEqual([]);
    });

    it('keeps the moments in a stream from going backwards', async () => {
      for (let version = 0; version < 5; version++)
        await store.append(append('clock', version, [event(`clock ${version}`)]));
      const moments = (await store.readStream(tenant, 'clock')).map(({ recorded }) => recorded.getTime());
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
    });
  });
}
