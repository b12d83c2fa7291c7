import type { Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';

/** A tenant whose events are applied only up to one that some projection cannot apply. */
export interface ParkedTenant {
  readonly tenant: string;
  readonly since: Date;
  /** Everything of the tenant up to here has been applied. */
  readonly applied: Position;
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  readonly position: Position;
  readonly projections: readonly string[];
  readonly error: string;
  /** An operator asked to go on; the projector that holds the tenant will. */
  readonly resume: boolean;
}

/** An event that some projections cannot apply. */
export interface Poison {
  readonly event: RecordedEvent;
  readonly projections: readonly string[];
  readonly error: string;
}

export type ParkedAction = 'parked' | 'resume' | 'skip' | 'rejoined';

export interface ParkedLogEntry {
  readonly tenant: string;
  readonly action: ParkedAction;
  readonly eventId?: string | null;
  readonly projections?: readonly string[] | null;
  readonly reason: string;
  readonly actor: string;
}

/** Who the log names for what no operator did. */
export const PROJECTOR = 'projector';

const COLUMNS =
  'tenant, since, applied, event_id as "eventId", event_type as "eventType", stream, position, projections, error, resume';

export async function parkedTenants(client: Pick<ClientBase, 'query'>): Promise<ParkedTenant[]> {
  const { rows } = await client.query<ParkedTenant>(`select ${COLUMNS} from projection.parked order by since, tenant`);
  return rows;
}

/** Parks a tenant, or says that one that was resumed is parked again. */
export async function storeParked(client: ClientBase, { event, projections, error }: Poison, applied: Position) {
  const { tenant, id, type, stream, position } = event;
  await client.query(
    `insert into projection.parked (tenant, applied, event_id, event_type, stream, position, projections, error)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant) do update set since = now(), applied = $2, event_id = $3, event_type = $4, stream = $5,
       position = $6, projections = $7, error = $8, resume = false`,
    [tenant, applied, id, type, stream, position, projections, error],
  );
  await logParked(client, { tenant, action: 'parked', eventId: id, projections, reason: error, actor: PROJECTOR });
}

export async function storeApplied(client: ClientBase, tenant: string, applied: Position): Promise<void> {
  await client.query('update projection.parked set applied = $2 where tenant = $1', [tenant, applied]);
}

/** The tenant is level with its partition again. */
export async function rejoin(client: ClientBase, tenant: string): Promise<void> {
  await client.query('delete from projection.parked where tenant = $1', [tenant]);
  const reason = 'All of its events have been applied.';
  await logParked(client, { tenant, action: 'rejoined', reason, actor: PROJECTOR });
}

export async function logParked(client: ClientBase, entry: ParkedLogEntry): Promise<void> {
  await client.query(
    `insert into projection.parked_log (tenant, action, event_id, projections, reason, actor)
     values ($1, $2, $3, $4, $5, $6)`,
    [entry.tenant, entry.action, entry.eventId ?? null, entry.projections ?? null, entry.reason, entry.actor],
  );
}

/** Ids of the events to pass over, by projection. */
export async function loadSkips(client: ClientBase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ projection: string; ids: string[] }>(
    `select projection, array_agg(event_id) as ids
     from projection.parked_log, unnest(projections) as projection where action = 'skip' group by projection`,
  );
  return new Map(rows.map(({ projection, ids }) => [projection, new Set(ids)]));
}
