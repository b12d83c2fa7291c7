import { type Position, START } from '@mainstay/event-sourcing';
import type { ClientBase, QueryResult } from 'pg';
import type { Projection } from './projection';

/** Where the live projections stand, all at the same place. */
export interface FeedState {
  readonly position: Position;
  /** Raised whenever the set of live projections changes. */
  readonly generation: number;
}

export interface ProjectionState {
  readonly name: string;
  readonly version: number;
  readonly stoppedAt: Position | null;
  readonly error: string | null;
}

/**
 * Opens a transaction that holds the place of the live projections: while it is open, nothing moves them on, and no
 * rebuild takes over.
 */
export async function beginHolding(client: ClientBase): Promise<FeedState> {
  // One round trip; the driver answers several statements with a list, which its types leave out.
  const answers: unknown = await client.query('begin; select position, generation from projection.feed for update');
  return (answers as [unknown, QueryResult<FeedState>])[1].rows[0]!;
}

export async function ensureFeedState(client: ClientBase): Promise<void> {
  await client.query('insert into projection.feed (position) values ($1) on conflict do nothing', [START]);
}

export async function projectionStates(client: ClientBase): Promise<Map<string, ProjectionState>> {
  const { rows } = await client.query<ProjectionState>(
    'select name, version, stopped_at as "stoppedAt", error from projection.state',
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** Live: the tables are those of this release, and nothing has stopped it. */
export const isLive = (projection: Projection, states: ReadonlyMap<string, ProjectionState>) => {
  const state = states.get(projection.name);
  return state !== undefined && state.version === projection.version && state.error === null;
};

export async function storePosition(client: ClientBase, position: Position): Promise<void> {
  await client.query({ name: 'position', text: 'update projection.feed set position = $1', values: [position] });
}

/** Records that a projection is live (no error) or has stopped, and that the set of live projections has changed. */
export async function storeState(
  client: ClientBase,
  projection: Projection,
  stopped?: { at: Position; error: string },
): Promise<void> {
  await client.query(
    `insert into projection.state (name, version, stopped_at, error) values ($1, $2, $3, $4)
     on conflict (name) do update set version = $2, stopped_at = $3, error = $4`,
    [projection.name, projection.version, stopped?.at ?? null, stopped?.error ?? null],
  );
  await client.query('update projection.feed set generation = generation + 1');
}
