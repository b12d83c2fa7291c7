import { InvalidEvent } from './errors';
import type { Append } from './event-store';

export const MAX_EVENT_BYTES = 1_000_000;
export const MAX_EVENTS_PER_APPEND = 10_000;
export const MAX_APPEND_BYTES = 64_000_000;
const MAX_DEPTH = 100;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What no adapter accepts, checked before anything is sent, so that a bad event never harms a neighbour in a batch. */
export function assertAppendable(
  { tenant, stream, expectedVersion, events, recordedAt }: Append,
  { allowBackdating = false }: { readonly allowBackdating?: boolean },
): void {
  assertName(tenant, 'tenant');
  assertName(stream, 'stream');
  if (expectedVersion !== 'any' && (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0)) {
    throw new InvalidEvent('append.expected-version', 'The expected version must be a whole number from 0, or any.');
  }
  if (recordedAt && !allowBackdating) {
    throw new InvalidEvent('append.backdated', 'This store records events at the present moment only.');
  }
  if (recordedAt && Number.isNaN(recordedAt.getTime())) {
    throw new InvalidEvent('append.recorded-at', 'The moment to record must be a valid date.');
  }
  if (events.length === 0) throw new InvalidEvent('append.empty', 'An append needs at least one event.');
  if (events.length > MAX_EVENTS_PER_APPEND) {
    throw new InvalidEvent('append.too-many', `An append takes at most ${MAX_EVENTS_PER_APPEND} events.`);
  }
  const ids = new Set<string>();
  for (const event of events) {
    if (!UUID.test(event.id)) throw new InvalidEvent('event.id', 'An event id must be a UUID.');
    if (ids.has(event.id.toLowerCase()))
      throw new InvalidEvent('event.id-reused', 'An event id may not be used twice.');
    ids.add(event.id.toLowerCase());
    assertName(event.type, 'event type');
  }
}

/** The JSON text of one event. */
export interface EventTexts {
  readonly data: string;
  readonly metadata: string;
}

/** JSON text of an append's events, in their order. Refuses what Postgres or another JSON reader could not keep faithfully. */
export function appendTexts(events: Append['events']): EventTexts[] {
  let bytes = 0;
  return events.map((event) => {
    const texts = { data: payloadText(event.data), metadata: payloadText(event.metadata) };
    bytes += texts.data.length + texts.metadata.length;
    if (bytes > MAX_APPEND_BYTES) {
      throw new InvalidEvent('append.too-large', `An append may be at most ${MAX_APPEND_BYTES} bytes of JSON.`);
    }
    return texts;
  });
}

function payloadText(value: unknown): string {
  const text = jsonText(value);
  if (text === undefined) throw new InvalidEvent('event.data', 'An event needs data that JSON can hold.');
  if (
    text.length > MAX_EVENT_BYTES ||
    (text.length > MAX_EVENT_BYTES / 3 && Buffer.byteLength(text) > MAX_EVENT_BYTES)
  ) {
    throw new InvalidEvent('event.too-large', `An event may be at most ${MAX_EVENT_BYTES} bytes of JSON.`);
  }
  // The escapes are the only way either can stand in JSON text; a literal backslash before them is told apart by parity.
  if (text.includes('\\u') && /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(text)) {
    throw new InvalidEvent('event.text', 'Text may hold neither NUL nor half of a surrogate pair.');
  }
  if (isDeeperThan(MAX_DEPTH, text)) {
    throw new InvalidEvent('event.too-deep', `An event may nest at most ${MAX_DEPTH} levels deep.`);
  }
  return text;
}

function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined; // a cycle, a bigint, or nesting beyond what the engine follows
  }
}

/** The count of opening brackets settles nearly every event; only a rich one is walked through. */
function isDeeperThan(limit: number, json: string): boolean {
  let brackets = 0;
  for (const bracket of '{[') {
    for (let at = json.indexOf(bracket); at >= 0 && brackets <= limit; at = json.indexOf(bracket, at + 1)) brackets++;
  }
  if (brackets <= limit) return false;
  let depth = 0;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      if (++depth > limit) return true;
    } else if (token === '}' || token === ']') depth--;
  }
  return false;
}

function assertName(text: string, what: string): void {
  if (!text || text.length > 500 || text.includes('\0') || !text.isWellFormed()) {
    throw new InvalidEvent('append.name', `The ${what} must be 1 to 500 characters of well-formed text without NUL.`);
  }
}
