import type { Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { handleBatch, writeBatch } from '../batch';
import type { TenantClock } from '../clock';
import type { ProjectionRun, ProjectionStopped } from '../projection-run';
import type { Poison } from './parked';

export interface Applied {
  /** How far each tenant's clock moved (ms). */
  readonly moved: ReadonlyMap<string, number>;
  /** At most one for each tenant: what comes after it was left. */
  readonly poison: readonly (Poison & { readonly applied: Position | undefined })[];
}

/** Some event of the batch cannot be applied: undo it, and find out with `applyWithCare` which. */
export class NeedsCare extends Error {}

/** Applies a batch as a whole. @throws NeedsCare */
export async function applyBatch(
  client: ClientBase,
  live: readonly ProjectionRun[],
  events: readonly RecordedEvent[],
  clock: TenantClock,
): Promise<Applied> {
  const { stamps, moved } = clock.stamp(events);
  const handled = handleBatch(live, events, stamps);
  if (handled.stopped.size > 0) throw new NeedsCare();
  await writeBatch(client, handled);
  if (handled.stopped.size > 0) throw new NeedsCare();
  return { moved, poison: [] };
}

/**
 * Applies a batch tenant by tenant, and the events of a tenant among which one is poison one by one, up to that one: all
 * projections of a tenant stay at one place.
 */
export async function applyWithCare(
  client: ClientBase,
  live: readonly ProjectionRun[],
  events: readonly RecordedEvent[],
  clock: TenantClock,
): Promise<Applied> {
  const poison: (Poison & { applied: Position | undefined })[] = [];
  let moved: ReadonlyMap<string, number> = new Map();
  const attempt = async (some: readonly RecordedEvent[]) => {
    const stamped = clock.stamp(some, moved);
    const stopped = await undoneWhereStopped(client, live, some, stamped.stamps);
    if (stopped.size === 0) moved = stamped.moved;
    return stopped;
  };
  for (const own of byTenant(events)) {
    if ((await attempt(own)).size === 0) continue;
    let applied: Position | undefined;
    for (const event of own) {
      const stopped = await attempt([event]);
      if (stopped.size > 0) {
        poison.push({ event, ...reasons(stopped), applied });
        break;
      }
      applied = event.position;
    }
  }
  return { moved, poison };
}

async function undoneWhereStopped(
  client: ClientBase,
  live: readonly ProjectionRun[],
  events: readonly RecordedEvent[],
  stamps: readonly number[],
): Promise<ReadonlyMap<ProjectionRun, ProjectionStopped>> {
  await client.query('savepoint care');
  const handled = handleBatch(live, events, stamps);
  if (handled.stopped.size === 0) await writeBatch(client, handled);
  await client.query(handled.stopped.size > 0 ? 'rollback to savepoint care' : 'release savepoint care');
  return handled.stopped;
}

function byTenant(events: readonly RecordedEvent[]): Iterable<readonly RecordedEvent[]> {
  const groups = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const group = groups.get(event.tenant);
    if (group) group.push(event);
    else groups.set(event.tenant, [event]);
  }
  return groups.values();
}

const reasons = (stopped: ReadonlyMap<ProjectionRun, ProjectionStopped>) => ({
  projections: [...stopped.keys()].map(({ projection }) => projection.name),
  error: [...stopped.values()].map(({ message }) => message).join(' '),
});
