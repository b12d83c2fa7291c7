import type { PendingAppend } from './pending-append';

export interface BatchLimits {
  readonly appends: number;
  readonly bytes: number;
  readonly events: number;
}

/** Waiting appends, first come first served within a tenant; a batch is cut in turns, so no tenant starves another. */
export class AppendQueue {
  private readonly tenants = new Map<string, PendingAppend[]>();
  private waiting = 0;

  get length(): number {
    return this.waiting;
  }

  push(append: PendingAppend): void {
    this.of(append.tenant).push(append);
    this.waiting++;
  }

  /** Gives appends back, to go before what came later. */
  putBack(appends: readonly PendingAppend[]): void {
    for (const append of appends.toReversed()) this.of(append.tenant).unshift(append);
    this.waiting += appends.length;
  }

  /** The next batch; empty when nothing waits. */
  cut(limits: BatchLimits): PendingAppend[] {
    const batch: PendingAppend[] = [];
    const taken = new Map<string, number>();
    let open = [...this.tenants.keys()];
    let bytes = 0;
    let events = 0;
    while (open.length > 0) {
      const again: string[] = [];
      for (const tenant of open) {
        const count = taken.get(tenant) ?? 0;
        const next = this.tenants.get(tenant)![count];
        if (!next) continue;
        const fits =
          batch.length < limits.appends &&
          bytes + next.bytes <= limits.bytes &&
          events + next.ids.length <= limits.events &&
          !next.alone;
        if (batch.length > 0 && !fits) continue;
        batch.push(next);
        taken.set(tenant, count + 1);
        if (next.alone) return this.remove(batch, taken);
        bytes += next.bytes;
        events += next.ids.length;
        again.push(tenant);
      }
      open = batch.length < limits.appends ? again : [];
    }
    return this.remove(batch, taken);
  }

  private of(tenant: string): PendingAppend[] {
    const queue = this.tenants.get(tenant);
    if (queue) return queue;
    const fresh: PendingAppend[] = [];
    this.tenants.set(tenant, fresh);
    return fresh;
  }

  /** Served tenants go to the end of the line. */
  private remove(batch: PendingAppend[], taken: ReadonlyMap<string, number>): PendingAppend[] {
    for (const [tenant, count] of taken) {
      const queue = this.tenants.get(tenant)!;
      queue.splice(0, count);
      this.tenants.delete(tenant);
      if (queue.length > 0) this.tenants.set(tenant, queue);
    }
    this.waiting -= batch.length;
    return batch;
  }
}
