import { type FeedPage, type Position, position, positionParts, type RecordedEvent } from '@mainstay/event-sourcing';
import type { Pool } from 'pg';
import { ask } from './reader';
import { type EventRow, eventText, toEvent } from './rows';

/**
 * Only below the horizon (the oldest transaction still open): a transaction above it may yet record an event that comes
 * before one already visible. The horizon comes along on every row, and alone on an empty page.
 */
const PAGE = `
  select case when pos is not null then ${eventText} end, horizon
  from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
  left join lateral (
    select * from es.events
    where (tx, pos) > ($1::xid8, $2::bigint) and tx < h.horizon order by tx, pos limit $3
  ) e on true
  order by e.tx, e.pos`;

export async function readFeed(pool: Pool, after: Position, limit: number): Promise<FeedPage> {
  const { major, minor } = positionParts(after);
  const rows = await ask<[...EventRow, horizon: string]>(pool, 'read_feed', PAGE, [
    major.toString(),
    minor.toString(),
    limit,
  ]);
  const horizon = position(rows[0]![1], 0n);
  const count = rows[0]![0] === null ? 0 : rows.length;
  const full = count === limit;
  let events: RecordedEvent[] | undefined;
  return {
    // Parsed when first asked for: a reader can ask for the next page before it turns to this one.
    get events() {
      return (events ??= rows.slice(0, count).map(([text]) => toEvent([text])));
    },
    upTo: full ? toEvent([rows.at(-1)![0]]).position : horizon > after ? horizon : after,
    drained: !full,
  };
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
