import type { ProjectorGroup } from '@mainstay/messaging-kafka';
import type { PartitionProjector } from '@mainstay/read-store';
import { Counter, Gauge, type Registry } from 'prom-client';

/** What an operator watches of a projector; nothing of any tenant. */
export function measureProjector(registry: Registry, projector: PartitionProjector, group: ProjectorGroup): void {
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const counter = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  const perPartition = (name: string, help: string, value: 'events' | 'seconds') =>
    new Gauge({
      name,
      help,
      labelNames: ['partition'],
      registers,
      collect() {
        this.reset();
        for (const lag of group.status().lag) this.set({ partition: lag.partition }, lag[value]);
      },
    });
  perPartition(
    'mainstay_projector_lag_events',
    'Records of a partition of this process that are not applied.',
    'events',
  );
  perPartition(
    'mainstay_projector_lag_seconds',
    'Since when a partition of this process has not been level with its log; 0 when it is.',
    'seconds',
  );
  gauge('mainstay_projector_partitions', 'Partitions of this process.', () => group.status().partitions.length);
  gauge('mainstay_projector_member', '1 while it is in the group.', () => Number(group.status().isMember));
  gauge('mainstay_projector_caretaker', '1 for the process that shares out and builds; of all of them one is.', () =>
    Number(projector.isCaretaker),
  );
  gauge(
    'mainstay_tenant_parked',
    'Tenants with an event that cannot be applied, of any partition: ask the maximum.',
    () => projector.parked().length,
  );
  counter(
    'mainstay_projector_rebalances_total',
    'How often the partitions were shared out anew.',
    () => group.status().rebalances,
  );
  counter('mainstay_projector_events_total', 'Events that this process has applied.', () => projector.applied);
}
