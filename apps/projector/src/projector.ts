import { hostname } from 'node:os';
import type { Configuration } from '@mainstay/configuration';
import type { EventStore } from '@mainstay/event-sourcing';
import { kafkaClient, partitionOf, ProjectorGroup } from '@mainstay/messaging-kafka';
import { events, projections } from '@mainstay/product';
import { NotSharedOut, PartitionProjector, type Poison } from '@mainstay/read-store';
import { type RunningService, startHealthServer } from '@mainstay/service';
import { openTracer, traceEvents, type Tracer } from '@mainstay/telemetry';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Logger } from 'pino';
import { measureProjector } from './metrics';
import { openStore } from './store';

/** Keeps the read models of some of the tenants; processes like it share them. */
export async function startProjector(
  configuration: Configuration<'projector'>,
  logger: Logger,
): Promise<RunningService> {
  const { kafka, http, telemetry } = configuration;
  const tracer = await openTracer({ service: 'mainstay-projector', ...telemetry });
  const store = await openStore(configuration);
  const projector = openProjector(configuration, store, logger, tracer);
  const group = new ProjectorGroup({
    kafka: kafkaClient({
      ...kafka,
      clientId: 'mainstay-projector',
      log: (_level, message, details) => logger.debug(details, message), // what matters of it comes as a problem
    }),
    handler: projector,
    partitions: kafka.partitions,
    replication: kafka.replication,
    onProblem: (error) => {
      if (error instanceof NotSharedOut) logger.info(error.message);
      else logger.warn({ err: error }, 'trying again');
    },
  });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics, prefix: 'mainstay_' });
  measureProjector(metrics, projector, group);
  const health = await startHealthServer({ ...http, metrics, readiness: () => readiness(projector, group) });
  group.run().catch((error: Error) => {
    logger.fatal({ err: error }, error.message);
    process.exit(1);
  });
  return {
    says: `the projector answers on ${http.host}:${health.port}`,
    stop: async () => {
      await group.stop();
      await projector.close();
      await Promise.all([store.close(), health.stop(), tracer.close()]);
    },
  };
}

function openProjector(
  { database }: Configuration<'projector'>,
  store: EventStore,
  logger: Logger,
  tracer: Tracer,
): PartitionProjector {
  const { urls } = database;
  return new PartitionProjector({
    store,
    urls,
    projections,
    events,
    partitionOf,
    owner: `${hostname()} ${process.pid}`,
    onProblem: (error) => logger.warn({ err: error }, 'projector'),
    onApplied: (events, began) => traceEvents(tracer, 'project', 'consumer', events, began),
    onParked: (poison) => logger.error(alarm(poison), 'A tenant is parked: npm run parked -- list'),
  });
}

const alarm = ({ event, projections: stopped, error }: Poison) => ({
  tenant: event.tenant,
  event: event.id,
  type: event.type,
  position: event.position,
  projections: stopped,
  reason: error,
});

/** It does its work when all partitions that the group gave it are taken; while the first build goes on none can be. */
function readiness(projector: PartitionProjector, group: ProjectorGroup) {
  const { isMember, partitions, rebalances } = group.status();
  const taken = projector.status().map(({ partition }) => partition);
  return {
    ready: isMember && partitions.every((partition) => taken.includes(partition)),
    isMember,
    partitions,
    rebalances,
    building: projector.building,
    caretaker: projector.isCaretaker,
    parked: projector.parked().length,
  };
}
