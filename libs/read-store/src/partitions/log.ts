import type { Position, RecordedEvent } from '@mainstay/event-sourcing';

/** A record of a partition's log: an event, or (without one) the word that everything up to `position` stands before it. */
export interface LogRecord {
  readonly offset: number;
  readonly position: Position;
  readonly event?: RecordedEvent;
}

/** Records as they stand one after another in the log. The same may come again, in whole or in part. */
export interface LogBatch {
  /** Offset from which the log was read: nothing stands between it and the first record. */
  readonly from: number;
  readonly records: readonly LogRecord[];
  /** Offset after the last record, also where that one is not among `records`. */
  readonly next: number;
  /** Set where a record could not be read. */
  readonly unreadable?: Error;
}

/** How far a partition has been applied, and the first record of its log that was not; null before the first one. */
export interface LogPlace {
  readonly position: Position;
  readonly nextOffset: number | null;
}

export type Reading =
  /** Events may be missing before `upTo`: the event store is to be asked for them first. */
  | { readonly kind: 'gap'; readonly upTo: Position }
  | { readonly kind: 'follows'; readonly fresh: readonly LogRecord[]; readonly to: LogPlace };

/**
 * What is new in a batch. Positions never go back in a log but where its writer began again at an earlier place, so
 * whatever does not lie beyond the place is a repeat. A batch follows when it begins at the offset that is due, or with
 * something known; anything else (a log that was cut off, or made anew, or is read for the first time) may have a gap.
 */
export function follow(place: LogPlace, { from, records, next }: LogBatch): Reading {
  let position = place.position;
  const fresh: LogRecord[] = [];
  for (const record of records) {
    if (record.position <= position) continue;
    position = record.position;
    fresh.push(record);
  }
  const due = place.nextOffset;
  if (fresh.length === 0) return { kind: 'follows', fresh, to: { position, nextOffset: Math.max(due ?? 0, next) } };
  if (from !== due && records[0]!.position > place.position) return { kind: 'gap', upTo: fresh[0]!.position };
  return { kind: 'follows', fresh, to: { position, nextOffset: next } };
}
