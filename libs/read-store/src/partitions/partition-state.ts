import type { Position } from '@mainstay/event-sourcing';
import type { ClientBase, QueryResult } from 'pg';
import type { LogPlace } from './log';

/** Someone else has taken the partition since: nothing of this owner is applied to it any more. */
export class Fenced extends Error {
  constructor(partition: number) {
    super(`Partition ${partition} has been taken by another projector.`);
    this.name = 'Fenced';
  }
}

/** The tenants are not shared out by so many partitions (yet, or any more). */
export class NotSharedOut extends Error {
  constructor(partition: number, partitions: number) {
    super(`Partition ${partition} of ${partitions} is not there: the tenants have not been shared out like that yet.`);
    this.name = 'NotSharedOut';
  }
}

interface PlaceRow {
  readonly position: Position;
  readonly nextOffset: string | null;
  readonly epoch: number;
}

export interface Taken extends LogPlace {
  readonly epoch: number;
}

export interface Held extends Taken {
  /** Changes with the set of live projections, and with the events to pass over. */
  readonly generation: number;
  /** Tenants of any partition that are parked. */
  readonly parked: ReadonlySet<string>;
}

const COLUMNS = 'position, next_offset as "nextOffset", epoch';

const taken = ({ position, nextOffset, epoch }: PlaceRow): Taken => ({
  position,
  nextOffset: nextOffset === null ? null : Number(nextOffset),
  epoch,
});

/**
 * Takes a partition: from here on nobody who held it before can apply anything. It waits for the disk, unlike batches: an
 * epoch that a crash of the server took back could be given twice.
 * @throws NotSharedOut
 */
export async function takePartition(
  client: ClientBase,
  partition: number,
  partitions: number,
  owner: string,
): Promise<Taken> {
  await client.query('begin; set local synchronous_commit = on');
  const { rows } = await client.query<PlaceRow>(
    `update projection.partition set epoch = epoch + 1, owner = $3, taken_at = now()
     where partition = $1 and partitions = $2 returning ${COLUMNS}`,
    [partition, partitions, owner],
  );
  await client.query('commit');
  if (!rows[0]) throw new NotSharedOut(partition, partitions);
  return taken(rows[0]);
}

/** Opens a transaction that holds a partition: nobody takes it, and no build takes over, while it is open. */
export async function beginHoldingPartition(client: ClientBase, partition: number, epoch: number): Promise<Held> {
  // One round trip; what follows the lock sees what was committed before it was had.
  const answers: unknown = await client.query(
    `begin; select ${COLUMNS} from projection.partition where partition = ${partition} for update;
     select generation from projection.feed; select tenant from projection.parked`,
  );
  const [, place, feed, parked] = answers as [
    unknown,
    QueryResult<PlaceRow>,
    QueryResult<{ generation: number }>,
    QueryResult<{ tenant: string }>,
  ];
  if (place.rows[0]?.epoch !== epoch) throw new Fenced(partition);
  return {
    ...taken(place.rows[0]),
    generation: feed.rows[0]!.generation,
    parked: new Set(parked.rows.map(({ tenant }) => tenant)),
  };
}

export async function storePlace(client: ClientBase, partition: number, { position, nextOffset }: LogPlace) {
  await client.query({
    name: 'partition place',
    text: 'update projection.partition set position = $2, next_offset = $3 where partition = $1',
    values: [partition, position, nextOffset],
  });
}
