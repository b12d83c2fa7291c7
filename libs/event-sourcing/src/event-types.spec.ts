import { z } from 'zod';
import type { RecordedEvent } from './event';
import { eventTypes, UnknownEvent, upcast } from './event-types';

const types = eventTypes({
  'test.Moved': {
    schema: z.object({ to: z.object({ street: z.string() }), by: z.string() }),
    version: 3,
    upcasts: {
      1: (data: { to: string }) => ({ to: { street: data.to } }),
      2: (data: { to: { street: string } }) => ({ ...data, by: 'unknown' }),
    },
  },
  'test.Gap': { schema: z.object({}), version: 3, upcasts: { 2: (data: object) => data } },
});

const recorded = (type: string, schemaVersion: number, data: unknown = { to: 'High Street' }): RecordedEvent => ({
  id: '0193a000-0000-7000-8000-000000000000',
  tenant: 'acme',
  stream: 'test.stream-acme_1',
  version: 4,
  type,
  data,
  metadata: { schemaVersion, actor: 'person-1', correlation: 'request-1' },
  recorded: new Date(0),
  position: '0',
});

describe('an event read from the history', () => {
  it('of an older schema version is brought to the present one, step by step', () => {
    const { data, metadata } = upcast(types, recorded('test.Moved', 1));
    expect(data).toEqual({ to: { street: 'High Street' }, by: 'unknown' });
    expect(metadata.schemaVersion).toBe(3);
  });

  it('of the present schema version stays as it is', () => {
    const present = recorded('test.Moved', 3, { to: { street: 'High Street' }, by: 'Ann' });
    expect(upcast(types, present)).toBe(present);
  });

  it.each([
    ['of a type nobody declared', recorded('test.Unheard', 1), 'the type is not declared'],
    ['of a schema version from the future', recorded('test.Moved', 4), 'this release knows version 3 only'],
    ['that lost its way to the present', recorded('test.Gap', 1), 'no way from version 1 to 2 is declared'],
  ])('%s stops the reader with a clear message', (_, event, reason) => {
    expect(() => upcast(types, event)).toThrow(UnknownEvent);
    expect(() => upcast(types, event)).toThrow(reason);
  });
});
