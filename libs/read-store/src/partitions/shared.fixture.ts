import { type DomainEvent, InMemoryEventStore, newId, type Position, START } from '@mainstay/event-sourcing';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import type { Projection } from '../projection';
import { rebuildProjection } from '../rebuild';
import { count, events, register } from '../register.fixture';
import { readStoreSchema } from '../schema';
import type { LogBatch, LogRecord } from './log';
import type { PartitionProjectorOptions } from './partition-options';
import { PartitionProjector } from './partition-projector';

/** Tenants t0, t1, t2 ... in turns. */
export const partitionOf = (tenant: string, partitions: number) => Number(tenant.slice(1)) % partitions;

/** Projectors that share tenants, on a real database, fed from logs that the spec fills and cuts as it likes. */
export class Shared {
  readonly store = new InMemoryEventStore();
  readonly problems: Error[] = [];
  readonly parked: string[] = [];
  private readonly logs: LogRecord[][];
  private readonly projectors: PartitionProjector[] = [];
  private relayed: Position = START;

  private constructor(
    readonly database: TestDatabase,
    readonly client: Client,
    readonly partitions: number,
    private projections: readonly Projection[],
  ) {
    this.logs = Array.from({ length: partitions }, () => []);
  }

  static async open(partitions = 2, projections: readonly Projection[] = [register, count]): Promise<Shared> {
    const database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(readStoreSchema());
    await owner.end();
    const client = new Client({ connectionString: database.urls.superuser });
    await client.connect();
    return new Shared(database, client, partitions, projections);
  }

  /** A process; it has taken nothing yet. */
  async projector(options: Partial<PartitionProjectorOptions> = {}, partitions = this.partitions) {
    this.projections = options.projections ?? this.projections;
    const projector = new PartitionProjector({
      store: this.store,
      urls: this.database.urls,
      projections: this.projections,
      events: [events],
      partitionOf,
      owner: `p${this.projectors.length}`,
      onProblem: (error) => this.problems.push(error),
      onParked: ({ event }) => this.parked.push(event.tenant),
      ...options,
    });
    this.projectors.push(projector);
    await projector.open(partitions);
    return projector;
  }

  /** A process that shares the tenants out, has built everything, and holds these partitions. */
  async taking(...partitions: number[]): Promise<PartitionProjector> {
    const projector = await this.projector();
    await eventually(async () => {
      if ((await this.ask('select from projection.partition')).length === 0) throw new Error('not shared out');
    });
    for (const partition of partitions) await eventually(() => projector.take(partition));
    return projector;
  }

  async append(tenant: string, id: string, ...given: DomainEvent[]): Promise<Position> {
    const outcome = await this.store.append({
      tenant,
      stream: `test-${tenant}_${id}`,
      expectedVersion: 'any',
      events: given.map((event) => ({
        ...event,
        id: newId(),
        metadata: { schemaVersion: 1, actor: 'p', correlation: 'c' },
      })),
    });
    if (outcome.status !== 'recorded') throw new Error('conflict');
    return outcome.position;
  }

  /** Brings to the logs what has been recorded since, and says in each how far they are complete. */
  async relay({ watermark = true } = {}): Promise<void> {
    const page = await this.store.readFeed(this.relayed, 1_000_000);
    for (const event of page.events) {
      const log = this.logs[partitionOf(event.tenant, this.partitions)]!;
      log.push({ offset: log.length, position: event.position, event });
    }
    this.relayed = page.upTo;
    if (watermark) for (const log of this.logs) log.push({ offset: log.length, position: page.upTo });
  }

  /** Records of a log, as a broker hands them over. */
  batch(partition: number, from = 0, to = this.logs[partition]!.length): LogBatch {
    return { from, records: this.logs[partition]!.slice(from, to), next: to };
  }

  length(partition: number): number {
    return this.logs[partition]!.length;
  }

  async rows(table: string): Promise<string[]> {
    const { rows } = await this.client.query<{ row: string }>(
      `select one::text as row from read.${table} one order by 1`,
    );
    return rows.map(({ row }) => row);
  }

  async everything(): Promise<Record<string, string[]>> {
    const all: Record<string, string[]> = {};
    for (const table of ['record', 'record_history', 'total', 'total_history']) all[table] = await this.rows(table);
    return all;
  }

  /** Rows and history are what a rebuild from the event store gives. */
  async expectAsRebuilt(): Promise<void> {
    const before = await this.everything();
    await this.rebuild();
    expect(await this.everything()).toEqual(before);
  }

  async rebuild(): Promise<void> {
    const { store, projections, database, partitions } = this;
    const shared = { partitions, partitionOf };
    for (const { name } of projections) {
      await rebuildProjection({ store, urls: database.urls, projections, events: [events], shared }, name);
    }
  }

  async ask<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.client.query<Row>(sql)).rows;
  }

  async close(): Promise<void> {
    await Promise.all(this.projectors.map((projector) => projector.close()));
    await this.client.end();
    await this.database.stop();
  }
}

/** Tries again until it does not throw, at most a minute long. */
export async function eventually<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
