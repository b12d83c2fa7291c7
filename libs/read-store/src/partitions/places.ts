import type { Position } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { beginHolding, type FeedState, storePosition } from '../feed-state';
import { Level, type PartitionOf } from './level';

/** Where the live projections stand, for a build that is to come level with them. */
export interface Places {
  now(client: ClientBase): Promise<Level>;
  /** Opens a transaction in which nothing moves them on. */
  hold(client: ClientBase): Promise<Level>;
  /** Within that transaction, where nothing is live yet: says where live projections start. */
  startAt(client: ClientBase, position: Position): Promise<void>;
}

/** One process follows the feed with everything. */
export const feedPlace: Places = {
  async now(client) {
    const { rows } = await client.query<FeedState>('select position from projection.feed');
    return Level.all(rows[0]!.position);
  },
  hold: async (client) => Level.all((await beginHolding(client)).position),
  startAt: storePosition,
};

interface PlaceRow {
  readonly partition: number;
  readonly position: Position;
}

const PARTITIONS = 'select partition, position from projection.partition order by partition';
const PARKED = 'select tenant, applied from projection.parked';

/** Processes share the tenants by partitions. */
export function partitionPlaces(partitions: number, partitionOf: PartitionOf): Places {
  const level = async (client: ClientBase, lock = ''): Promise<Level> => {
    const { rows } = await client.query<PlaceRow>(PARTITIONS + lock);
    const parked = await client.query<{ tenant: string; applied: Position }>(PARKED);
    if (rows.length > 0 && rows.length !== partitions) {
      throw new Error(`The tenants are shared out by ${rows.length} partitions now, no longer by ${partitions}.`);
    }
    const apart = new Map(parked.rows.map(({ tenant, applied }) => [tenant, applied]));
    const places = rows.map(({ position }) => position);
    if (places.length > 0) return new Level(places, partitionOf, apart);
    // Nothing is shared out yet: the first build leads, and everybody starts where it ends.
    return feedPlace.now(client);
  };
  return {
    now: (client) => level(client),
    async hold(client) {
      // Everybody waits while it is open: whoever stands still in it lets go.
      await client.query("begin; set local idle_in_transaction_session_timeout = '20s'");
      const held = await level(client, ' for update');
      await client.query('select from projection.feed for update');
      return held;
    },
    async startAt(client, position) {
      await storePosition(client, position);
      await insertPartitions(client, partitions, position);
    },
  };
}

/** Every partition starts at the same place of the feed, and nowhere yet in its log. */
export async function insertPartitions(
  client: ClientBase,
  partitions: number,
  position: Position,
  epoch = 0,
): Promise<void> {
  await client.query(
    `insert into projection.partition (partition, partitions, position, epoch)
     select n, $1::int, $2, $3 from generate_series(0, $1::int - 1) as n`,
    [partitions, position, epoch],
  );
}
