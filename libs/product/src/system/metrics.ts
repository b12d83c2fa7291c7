import type { PostgresEventStore } from '@mainstay/event-store-postgres';
import { Gauge, type Registry } from 'prom-client';
import type { ReadModels } from './read-models';

/** What an operator watches of the append path: what it did, what waits, and how long a transaction holds readers back. */
export function measureStore(registry: Registry, store: PostgresEventStore): void {
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
}

/** How far the read models are behind, and which stopped. */
export function measureReadModels(registry: Registry, readModels: ReadModels): void {
  const registers = [registry];
  new Gauge({
    name: 'mainstay_read_models_lag_seconds',
    help: 'How long ago what is being applied now was recorded; 0 when nothing waits.',
    registers,
    async collect() {
      const { lagSeconds } = await readModels.state();
      this.set(lagSeconds);
    },
  });
  new Gauge({
    name: 'mainstay_projections_stopped',
    help: 'Read models that stopped at an event they cannot read.',
    registers,
    async collect() {
      const { stopped } = await readModels.state();
      this.set(stopped.length);
    },
  });
}
