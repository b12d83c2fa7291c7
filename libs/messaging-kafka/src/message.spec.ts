import { position, type RecordedEvent } from '@mainstay/event-sourcing';
import fc from 'fast-check';
import { asText, envelopeOf, fromMessage, toMessage, UnreadableMessage, watermarkMessage } from './message';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const anyEvent: fc.Arbitrary<RecordedEvent> = fc.record({
  id: fc.uuid(),
  tenant: text,
  stream: text,
  version: fc.integer({ min: 1 }),
  type: text,
  data: fc.json().map((json) => JSON.parse(json) as unknown),
  metadata: fc.record(
    {
      schemaVersion: fc.integer({ min: 1, max: 99 }),
      actor: text,
      correlation: text,
      effectiveOn: text,
      causation: text,
    },
    { requiredKeys: ['schemaVersion', 'actor', 'correlation'] },
  ),
  recorded: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
  position: fc.tuple(fc.nat(), fc.nat()).map(([major, minor]) => position(major, minor)),
});

const recorded = (more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  tenant: 'acme',
  stream: 'portfolio.account-acme_1',
  version: 3,
  type: 'portfolio.AccountRecategorised',
  data: { to: 'star' },
  metadata: { schemaVersion: 2, actor: 'person-1', correlation: 'request-1' },
  recorded: new Date('2026-03-01T09:30:00.250Z'),
  position: position(7, 9),
  ...more,
});

describe('An event as a message', () => {
  it('comes out as it went in, whatever it says', () => {
    fc.assert(fc.property(anyEvent, (event) => expect(fromMessage(toMessage(asText(event)))).toEqual(event)));
  });

  it('comes out as it went in through bytes, as a broker hands them over', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { key, value, headers } = toMessage(asText(event));
        const bytes = Object.fromEntries(Object.entries(headers).map(([name, said]) => [name, Buffer.from(said)]));
        expect(fromMessage({ key: Buffer.from(key!), value: Buffer.from(value), headers: bytes })).toEqual(event);
      }),
    );
  });

  it('is keyed by its tenant, and its headers say what it is without a look at the value', () => {
    const message = toMessage(asText(recorded()));
    expect(message.key).toBe('acme');
    expect(envelopeOf({ ...message, value: 'not looked at' })).toEqual({
      kind: 'event',
      id: '0198c0de-0000-7000-8000-000000000001',
      tenant: 'acme',
      type: 'portfolio.AccountRecategorised',
      schemaVersion: 2,
      position: position(7, 9),
      correlation: 'request-1',
    });
  });

  it('tells a watermark from an event', () => {
    const message = watermarkMessage(position(8, 0));
    expect(envelopeOf(message)).toEqual({ kind: 'watermark', position: position(8, 0) });
    expect(JSON.parse(message.value)).toEqual({ position: position(8, 0) });
    expect(() => fromMessage(message)).toThrow(UnreadableMessage);
  });

  it.each([
    ['no headers', { headers: {} }, 'the header type is missing'],
    ['another position in its headers', { position: position(7, 8) }, 'its headers speak of another event'],
    ['another tenant in its headers', { tenant: 'globex' }, 'its headers speak of another event'],
    ['a position that is none', { position: '7' }, 'the header position holds no position'],
    ['a schema version that is none', { 'schema-version': 'two' }, 'the header schema-version holds no whole number'],
  ])('is refused with %s', (_, wrong, reason) => {
    const message = toMessage(asText(recorded()));
    const headers = 'headers' in wrong ? {} : { ...message.headers, ...(wrong as Record<string, string>) };
    expect(() => fromMessage({ ...message, headers })).toThrow(reason);
  });

  it.each([
    ['no JSON', '{', 'its value is no JSON'],
    ['no event', '4', 'its value is no event'],
    ['nothing', null, 'its value is no event'],
  ])('is refused when its value is %s', (_, value, reason) => {
    expect(() => fromMessage({ ...toMessage(asText(recorded())), value })).toThrow(reason);
  });
});
