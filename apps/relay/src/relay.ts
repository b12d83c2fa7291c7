import { hostname } from 'node:os';
import type { Configuration } from '@mainstay/configuration';
import { kafkaClient, measureRelay, Relay } from '@mainstay/messaging-kafka';
import { type RunningService, startHealthServer } from '@mainstay/service';
import { openTracer, traceEvents } from '@mainstay/telemetry';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Logger } from 'pino';
import { openStore } from './store';

/** Brings the feed of the event store to Kafka; of several such processes one does, the others stand by. */
export async function startRelay(configuration: Configuration<'relay'>, logger: Logger): Promise<RunningService> {
  const { database, kafka, http, telemetry } = configuration;
  const tracer = await openTracer({ service: 'mainstay-relay', ...telemetry });
  const { store, countAfter } = await openStore(configuration);
  const relay = new Relay({
    store,
    kafka: kafkaClient({
      ...kafka,
      clientId: 'mainstay-relay',
      log: (_level, message, details) => logger.debug(details, message), // what matters of it comes as a problem
    }),
    databaseUrl: database.urls.projector,
    holder: `${hostname()} ${process.pid}`,
    partitions: kafka.partitions,
    replication: kafka.replication,
    onProblem: (error) => logger.warn({ err: error }, 'the relay begins anew'),
    onRelayed: (events, began) => traceEvents(tracer, 'relay', 'producer', events, began),
    onState: (state) => logger.info({ state }, 'the relay'),
  });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics, prefix: 'mainstay_' });
  measureRelay(metrics, relay, countAfter);
  const health = await startHealthServer({
    ...http,
    metrics,
    readiness: () => {
      const { state, position, waitingSince } = relay.status();
      return { ready: state !== 'trying', state, position, waitingSince };
    },
  });
  relay.run().catch((error: Error) => {
    logger.fatal({ err: error }, error.message);
    process.exit(1);
  });
  return {
    says: `the relay answers on ${http.host}:${health.port}`,
    stop: async () => {
      await relay.stop();
      await Promise.all([store.close(), health.stop(), tracer.close()]);
    },
  };
}
