import { InvalidEvent } from './errors';
import type { Append } from './event-store';

export const MAX_EVENT_BYTES = 1_000_000;
export const MAX_EVENTS_PER_APPEND = 10_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What no adapter accepts, checked before anything is sent, so that a bad event never harms a neighbour in a batch. */
export function assertAppendable({ tenant, stream, expectedVersion, events }: Append): void {
  assertName(tenant, 'tenant');
  assertName(stream, 'stream');
  if (expectedVersion !== 'any' && (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0)) {
    throw new InvalidEvent('append.expected-version', 'The expected version must be a whole number from 0, or any.');
  }
  if (events.length === 0) throw new InvalidEvent('append.empty', 'An append needs at least one event.');
  if (events.length > MAX_EVENTS_PER_APPEND) {
    throw new InvalidEvent('append.too-many', `An append takes at most ${MAX_EVENTS_PER_APPEND} events.`);
  }
  const ids = new Set<string>();
  for (const event of events) {
    if (!UUID.test(event.id)) throw new InvalidEvent('event.id', 'An event id must be a UUID.');
    if (ids.has(event.id.toLowerCase())) throw new InvalidEvent('event.id-reused', 'An event id may not be used twice.');
    ids.add(event.id.toLowerCase());
    assertName(event.type, 'event type');
  }
}

/** JSON text of a payload. Refuses what Postgres or another JSON reader could not keep faithfully. */
export function payloadText(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new InvalidEvent('event.data', 'An event needs data that JSON can hold.');
  if (Buffer.byteLength(text) > MAX_EVENT_BYTES) {
    throw new InvalidEvent('event.too-large', `An event may be at most ${MAX_EVENT_BYTES} bytes of JSON.`);
  }
  // The escapes are the only way either can stand in JSON text; a literal backslash before them is told apart by parity.
  if (/(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(text)) {
    throw new InvalidEvent('event.text', 'Text may hold neither NUL nor half of a surrogate pair.');
  }
  return text;
}

function assertName(text: string, what: string): void {
  if (!text || text.length > 500 || text.includes('\0') || !text.isWellFormed()) {
    throw new InvalidEvent('append.name', `The ${what} must be 1 to 500 characters of well-formed text without NUL.`);
  }
}
