import { createHash } from 'node:crypto';

const TRACE = /^[0-9a-f]{32}$/;
const NOTHING = '0'.repeat(32);

/**
 * The trace that a correlation stands for, as 32 hexadecimal digits. Every event carries its correlation, so whoever handles
 * it later, in whatever process, goes on with the same trace.
 */
export function traceIdOf(correlation: string): string {
  const digits = correlation.replaceAll('-', '').toLowerCase();
  if (TRACE.test(digits) && digits !== NOTHING) return digits;
  // A client may name its requests as it likes.
  return createHash('sha256').update(correlation).digest('hex').slice(0, 32);
}

/** The span of the append that recorded an event: the last 16 digits of the event's id. */
export function spanIdOf(eventId: string): string {
  return traceIdOf(eventId).slice(16);
}

/**
 * The trace that a request belongs to already, from the W3C header `traceparent`; undefined where there is none or it is
 * malformed. `parent` is the caller's span.
 */
export function correlationFrom(traceparent: unknown): { correlation: string; parent: string } | undefined {
  const [, trace, parent] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(String(traceparent)) ?? [];
  if (!trace || !parent || trace === NOTHING || parent === NOTHING.slice(16)) return undefined;
  return { correlation: trace, parent };
}
