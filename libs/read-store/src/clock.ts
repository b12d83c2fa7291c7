import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';

/**
 * Commit order is not clock order: an event may be recorded earlier than one that stands before it in the feed. Rows
 * are stamped with a moment that never goes back within a tenant, so that no interval of a history is empty or
 * negative. The stamp follows from the feed alone: a rebuild gives the same.
 */
export class TenantClock {
  private latest = new Map<string, number>();

  /**
   * The moment to stamp for each event (ms), and the tenants whose clock moves on once the batch is kept: those of the
   * part `before` it too.
   */
  stamp(
    events: readonly RecordedEvent[],
    before?: ReadonlyMap<string, number>,
  ): { stamps: number[]; moved: Map<string, number> } {
    const moved = new Map(before);
    const stamps = events.map(({ tenant, recorded }) => {
      const latest = moved.get(tenant) ?? this.latest.get(tenant) ?? Number.NEGATIVE_INFINITY;
      const stamp = Math.max(latest, recorded.getTime());
      moved.set(tenant, stamp);
      return stamp;
    });
    return { stamps, moved };
  }

  keep(moved: ReadonlyMap<string, number>): void {
    for (const [tenant, stamp] of moved) this.latest.set(tenant, stamp);
  }

  async load(client: ClientBase): Promise<void> {
    const { rows } = await client.query<{ tenant: string; recorded: Date }>(
      'select tenant, recorded from projection.clock',
    );
    this.latest = new Map(rows.map(({ tenant, recorded }) => [tenant, recorded.getTime()]));
  }

  /** Everything this clock has seen, to be stored where another process goes on. */
  all(): ReadonlyMap<string, number> {
    return this.latest;
  }
}

export async function storeClock(client: ClientBase, moved: ReadonlyMap<string, number>): Promise<void> {
  if (moved.size === 0) return;
  await client.query({
    name: 'clock',
    text: `insert into projection.clock (tenant, recorded)
      select tenant, recorded from unnest($1::text[], $2::timestamptz[]) as moved(tenant, recorded)
      on conflict (tenant) do update set recorded = excluded.recorded`,
    values: [[...moved.keys()], [...moved.values()].map((stamp) => new Date(stamp).toISOString())],
  });
}
