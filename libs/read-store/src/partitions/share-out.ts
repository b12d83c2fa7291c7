import type { Position } from '@mainstay/event-sourcing';
import type { Client } from 'pg';
import { storeClock, TenantClock } from '../clock';
import { connect } from '../connection';
import { EventReader } from '../event-reader';
import { type FeedState, storePosition } from '../feed-state';
import { ProjectionRun } from '../projection-run';
import { DEFAULT_BATCH } from '../rebuild';
import { applyWithCare } from './apply';
import { LiveRuns } from './live-runs';
import { storeParked } from './parked';
import type { PartitionProjectorOptions } from './partition-options';
import { insertPartitions, partitionPlaces } from './places';

type Options = Pick<
  PartitionProjectorOptions,
  'store' | 'urls' | 'projections' | 'events' | 'batchSize' | 'partitionOf'
>;

/**
 * Shares the tenants out by so many partitions. Where one process followed the feed before, every partition starts at its
 * place. Where the number was another one, every tenant is brought to the end of the event store first: what the log
 * holds of it in its former partition is a repeat from then on.
 */
export async function shareOut(options: Options, partitions: number, signal: AbortSignal): Promise<void> {
  const client = await connect(options.urls.projector, 'mainstay caretaker');
  try {
    const { rows } = await client.query<{ shared: number; epoch: number }>(
      'select count(*)::int as shared, coalesce(max(epoch), 0) as epoch from projection.partition',
    );
    const { shared, epoch } = rows[0]!;
    if (shared === partitions) return;
    if (shared > 0) await bringLevel(client, options, shared, signal);
    await client.query('begin');
    // Taken meanwhile by someone who works with the former number: the lock waits, the epoch refuses what follows.
    await client.query('delete from projection.partition');
    const feed = await client.query<FeedState>('select position from projection.feed for update');
    await insertPartitions(client, partitions, feed.rows[0]!.position, epoch + 1);
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Applies page by page what is missing of every tenant that is not parked, up to the end of the event store. */
async function bringLevel(client: Client, options: Options, shared: number, signal: AbortSignal): Promise<void> {
  const { store, projections, events, batchSize = DEFAULT_BATCH, partitionOf } = options;
  const reader = new EventReader(events);
  const live = new LiveRuns(projections.map((projection) => new ProjectionRun(projection, 'read', reader)));
  const places = partitionPlaces(shared, partitionOf);
  const clock = new TenantClock();
  for (let drained = false; !drained;) {
    signal.throwIfAborted();
    const { places: before } = await places.now(client);
    const page = await store.readFeed(lowest(before), batchSize);
    const held = await places.hold(client);
    await clock.load(client);
    const due = page.events.filter(({ tenant, position }) => !held.apart.has(tenant) && position > held.of(tenant));
    const runs = await live.of(client, await generation(client));
    const { moved, poison } = await applyWithCare(client, runs, due, clock);
    for (const { applied, ...one } of poison) await storeParked(client, one, applied ?? lowest(held.places));
    await storeClock(client, moved);
    await client.query(
      'update projection.partition set position = $1, next_offset = null, epoch = epoch + 1 where position < $1',
      [page.upTo],
    );
    if (page.drained) await storePosition(client, page.upTo);
    await client.query('commit');
    drained = page.drained;
  }
}

const lowest = (places: readonly Position[]) => places.reduce((low, place) => (place < low ? place : low));

async function generation(client: Client): Promise<number> {
  const { rows } = await client.query<FeedState>('select generation from projection.feed');
  return rows[0]!.generation;
}
