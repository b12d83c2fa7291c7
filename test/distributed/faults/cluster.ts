import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idFrom } from '@mainstay/event-sourcing';
import { partitionOf } from '@mainstay/messaging-kafka';
import { type Distributed, startDistributed } from '../../../infra/local/distributed/start.mjs';
import { freePort } from '../../../infra/local/free-port.mjs';
import { type Collector, startCollector } from '../../../libs/telemetry/src/spec-support/collector';
import { CuttableLine } from './cuttable-line';

export const PARTITIONS = 12;
/** Eight tenants, and in each one person who may do all that the load does. */
export const tenants = Array.from({ length: 8 }, (_, index) => `tenant-${index + 1}`);
/** Does nothing but fill the partition that it shares with the first. */
export const neighbour = Array.from({ length: 1_000 }, (_, index) => `neighbour-${index}`).find(
  (alias) => partitionOf(alias, PARTITIONS) === partitionOf(tenants[0]!, PARTITIONS),
)!;

export const personOf = (tenant: string) => ({
  id: idFrom('person', tenant),
  username: `lead-${tenant}`,
  name: `Lead Of-${tenant}`,
  email: `lead@${tenant}.example`,
  memberships: { [tenant]: ['programme-lead', 'tenant-administrator'] },
});

export interface Cluster {
  readonly running: Distributed;
  /** Between the projectors and Kafka. */
  readonly line: CuttableLine;
  /** Is sent the traces whose ids end in eight zeros, and hardly another. */
  readonly collector: Collector;
  stop(): Promise<void>;
}

/** Two of each process of the product over a real Kafka, Keycloak and PostgreSQL. */
export async function startCluster(): Promise<Cluster> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-faults-'));
  const line = await CuttableLine.open(await freePort());
  const collector = await startCollector();
  const running = await startDistributed({
    dataFolder,
    port: await freePort(),
    relays: 2,
    partitions: PARTITIONS,
    kafkaProxy: line,
    realm: {
      organizations: [...tenants, neighbour].map((alias) => ({
        id: idFrom('organization', alias),
        alias,
        name: alias,
      })),
      people: [...tenants, neighbour].map(personOf),
    },
    web: false,
    env: {
      MAINSTAY_REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_TRACES_SAMPLER_ARG: '0.000001',
    },
  });
  return {
    running,
    line,
    collector,
    stop: async () => {
      await running.stop();
      await Promise.all([line.close(), collector.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
