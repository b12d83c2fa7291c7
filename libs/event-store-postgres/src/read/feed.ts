import {
  type EventAsText,
  type FeedPage,
  type FeedPageAsText,
  type Position,
  position,
  positionParts,
  type RecordedEvent,
} from '@mainstay/event-sourcing';
import type { Pool } from 'pg';
import { ask } from './reader';
import { asTextColumns, type EventRow, eventText, type TextRow, toEvent, toEventAsText } from './rows';

/**
 * Only below the horizon (the oldest transaction still open): a transaction above it may yet record an event that comes
 * before one already visible. The horizon comes along on every row, and alone on an empty page.
 */
const page = (columns: string) => `
  select horizon, ${columns}
  from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
  left join lateral (
    select * from es.events
    where (tx, pos) > ($1::xid8, $2::bigint) and tx < h.horizon order by tx, pos limit $3
  ) e on true
  order by e.tx, e.pos`;

const PAGE = page(`case when pos is not null then ${eventText} end`);
const PAGE_AS_TEXT = page(asTextColumns);

export async function readFeed(pool: Pool, after: Position, limit: number): Promise<FeedPage> {
  const rows = await rowsAfter<EventRow>(pool, 'read_feed', PAGE, after, limit);
  let events: RecordedEvent[] | undefined;
  return {
    // Parsed when first asked for: a reader can ask for the next page before it turns to this one.
    get events() {
      return (events ??= found(rows).map(([, text]) => toEvent([text])));
    },
    ...end(rows, after, limit, ([, text]) => toEvent([text]).position),
  };
}

export async function readFeedAsText(pool: Pool, after: Position, limit: number): Promise<FeedPageAsText> {
  const rows = await rowsAfter<TextRow>(pool, 'read_feed_as_text', PAGE_AS_TEXT, after, limit);
  const events: EventAsText[] = found(rows).map(([, ...row]) => toEventAsText(row));
  return { events, ...end(rows, after, limit, () => events.at(-1)!.position) };
}

type Row<Event extends unknown[]> = [horizon: string, ...event: Event];

function rowsAfter<Event extends unknown[]>(pool: Pool, name: string, text: string, after: Position, limit: number) {
  const { major, minor } = positionParts(after);
  return ask<Row<Event>>(pool, name, text, [major.toString(), minor.toString(), limit]);
}

/** Without the row that an empty page consists of. */
const found = <Event extends unknown[]>(rows: Row<Event>[]) => (rows[0]![1] === null ? [] : rows);

function end<Event extends unknown[]>(
  rows: Row<Event>[],
  after: Position,
  limit: number,
  positionOf: (last: Row<Event>) => Position,
): Pick<FeedPage, 'upTo' | 'drained'> {
  if (found(rows).length === limit) return { upTo: positionOf(rows.at(-1)!), drained: false };
  const horizon = position(rows[0]![0], 0n);
  return { upTo: horizon > after ? horizon : after, drained: true };
}

export async function head(pool: Pool): Promise<Position> {
  const [row] = await ask<[string]>(pool, 'head', 'select pg_snapshot_xmax(pg_current_snapshot())');
  return position(row![0], 0n);
}

const COUNT = `
  select count(*) from (select from es.events where (tx, pos) > ($1::xid8, $2::bigint) limit $3) e`;

/** How many events were recorded after a place in the feed, counted up to `atMost`. */
export async function countAfter(pool: Pool, after: Position, atMost: number): Promise<number> {
  const { major, minor } = positionParts(after);
  const [row] = await ask<[string]>(pool, 'count_after', COUNT, [major.toString(), minor.toString(), atMost]);
  return Number(row![0]);
}

/** Seconds since the oldest transaction that keeps new events from readers began; 0 when there is none. */
export async function horizonAgeSeconds(pool: Pool): Promise<number> {
  const [row] = await ask<[string]>(pool, 'horizon_age', 'select es.horizon_age()');
  return Number(row![0]);
}
