import type { PostgresEventStore } from '@mainstay/event-store-postgres';
import type { Projector } from '@mainstay/read-store';
import { Gauge, type Registry } from 'prom-client';

/** What an operator watches: appends, queue, horizon, and how far each read model is behind. */
export function measure(
  registry: Registry,
  { store, projector }: { store: PostgresEventStore; projector: Projector },
): void {
  const registers = [registry];
  new Gauge({
    name: 'mainstay_store_appends',
    help: 'What the append path has done since the start, by kind.',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const [kind, count] of Object.entries(store.stats)) this.set({ kind }, count);
    },
  });
  new Gauge({
    name: 'mainstay_store_queue',
    help: 'Appends waiting for their batch.',
    registers,
    collect() {
      this.set(store.queueDepth);
    },
  });
  new Gauge({
    name: 'mainstay_store_horizon_age_seconds',
    help: 'Age of the oldest transaction that holds readers back.',
    registers,
    async collect() {
      this.set(await store.horizonAgeSeconds());
    },
  });
  new Gauge({
    name: 'mainstay_projection_stopped',
    help: '1 for a projection that stopped at an event it cannot read.',
    labelNames: ['projection'],
    registers,
    collect() {
      for (const { name, error } of projector.status()) this.set({ projection: name }, error ? 1 : 0);
    },
  });
}
