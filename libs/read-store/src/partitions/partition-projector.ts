import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@mainstay/event-sourcing';
import { Pool } from 'pg';
import { columnParsers } from '../connection';
import { EventReader } from '../event-reader';
import { ProjectionRun } from '../projection-run';
import { assertDistinct } from '../projector-options';
import { DEFAULT_BATCH } from '../rebuild';
import { AwaitedListener } from './awaited';
import { Caretaker } from './caretaker';
import { LiveRuns } from './live-runs';
import type { LogBatch, LogPlace } from './log';
import { OwnedPartition } from './owned-partition';
import { type ParkedTenant, parkedTenants } from './parked';
import { Fenced } from './partition-state';
import type { PartitionProjectorOptions, PartitionStatus } from './partition-options';

const CONCURRENCY = 3;
const LOOK_MS = 1_000;

/**
 * One of several processes that share the tenants by partitions. Whoever feeds it (a consumer group) says which partitions
 * are this process's, and brings the records of their logs. Rows, position and offset of a batch are one transaction, which
 * is refused once another process has taken the partition.
 */
export class PartitionProjector {
  private readonly pool: Pool;
  private readonly live: LiveRuns;
  private readonly ending = new AbortController();
  private readonly owned = new Map<number, OwnedPartition>();
  private readonly counts = new Map<number, { applied: number; latest: Date | undefined }>();
  private caretaker: Caretaker | undefined;
  private partitions = 0;
  private looking: Promise<void> = Promise.resolve();
  private readonly listener: AwaitedListener;
  private parkedNow: readonly ParkedTenant[] = [];

  constructor(private readonly options: PartitionProjectorOptions) {
    assertDistinct(options.projections);
    const { urls, projections, events, concurrency = CONCURRENCY } = options;
    const reader = new EventReader(events);
    this.live = new LiveRuns(projections.map((projection) => new ProjectionRun(projection, 'read', reader)));
    this.pool = new Pool({
      connectionString: urls.projector,
      // One more for operators' decisions.
      max: concurrency + 1,
      application_name: 'mainstay projector',
      types: columnParsers,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      // A server that is gone must not keep a partition waiting for the network to notice.
      query_timeout: 25_000,
      // What a crash of the server may lose of the rows it also loses of the place. A process that stands still lets go.
      options: '-c synchronous_commit=off -c idle_in_transaction_session_timeout=5s -c statement_timeout=20s',
    });
    this.pool.on('error', () => undefined);
    // A connection that is lost between two queries of a transaction shows at the next one.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.listener = new AwaitedListener(urls.projector, (partitions) => this.reach(partitions));
  }

  /** Begins to work on so many partitions: one process shares the tenants out and builds what is missing. */
  async open(partitions: number): Promise<void> {
    if (partitions === this.partitions) return;
    await this.caretaker?.stop();
    this.owned.clear();
    if (this.partitions === 0) {
      this.looking = this.look();
      this.listener.start();
    }
    this.partitions = partitions;
    this.caretaker = new Caretaker(this.options, partitions);
    this.caretaker.start();
  }

  /**
   * Takes a partition from whoever held it; answers where its log is to be read from (null: from its beginning).
   * @throws NotSharedOut while the first build is under way
   */
  async take(partition: number): Promise<LogPlace> {
    const { pool, live, options, partitions } = this;
    const before = this.owned.get(partition);
    const owned =
      before ??
      new OwnedPartition(partition, {
        pool,
        live,
        partitions,
        store: options.store,
        partitionOf: options.partitionOf,
        owner: options.owner,
        batchSize: options.batchSize ?? DEFAULT_BATCH,
        onApplied: (number, events, began) => {
          this.count(number, events);
          options.onApplied?.(events, began);
        },
        onParked: (poison) => options.onParked?.(poison),
      });
    const place = await owned.take();
    this.owned.set(partition, owned);
    return place;
  }

  /**
   * Answers false when another process has taken the partition: nothing of the batch was applied then.
   * @throws errors of a database or a store that is busy or lost: the batch may be given again
   */
  async apply(partition: number, batch: LogBatch): Promise<boolean> {
    try {
      await this.owned.get(partition)?.apply(batch);
      return this.owned.has(partition);
    } catch (error) {
      if (error instanceof Fenced) return false;
      throw error;
    }
  }

  /** The partition is another process's now. */
  release(partition: number): void {
    this.owned.delete(partition);
  }

  /** This process is building projections that are new, of another version, or were stopped. */
  get building(): boolean {
    return this.caretaker?.building === true;
  }

  /** Events applied by this process. */
  get applied(): number {
    return [...this.counts.values()].reduce((sum, { applied }) => sum + applied, 0);
  }

  get isCaretaker(): boolean {
    return this.caretaker?.onDuty === true;
  }

  status(): PartitionStatus[] {
    return [...this.owned.values()].map(({ partition, place }) => ({
      partition,
      ...place,
      applied: this.counts.get(partition)?.applied ?? 0,
      latest: this.counts.get(partition)?.latest,
    }));
  }

  /** Tenants that are parked, of any partition, as of a second ago. */
  parked(): readonly ParkedTenant[] {
    return this.parkedNow;
  }

  async close(): Promise<void> {
    this.ending.abort();
    await Promise.all([this.caretaker?.stop(), this.listener.stop(), this.looking]);
    await this.pool.end();
  }

  /** Somebody waits for partitions where nothing comes from the log. */
  private reach(partitions: readonly number[]): void {
    for (const partition of partitions) {
      this.owned
        .get(partition)
        ?.reachEnd()
        .catch((error: Error) => {
          if (!(error instanceof Fenced)) this.options.onProblem?.(error);
        });
    }
  }

  private count(partition: number, events: readonly RecordedEvent[]): void {
    const { applied, latest } = this.counts.get(partition) ?? { applied: 0, latest: undefined };
    this.counts.set(partition, { applied: applied + events.length, latest: events.at(-1)?.recorded ?? latest });
  }

  /** Every second: who is parked, and for whom of this process's tenants an operator decided to go on. */
  private async look(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        this.parkedNow = await parkedTenants(this.pool);
        for (const parked of this.parkedNow) if (parked.resume) await this.resume(parked);
      } catch (error) {
        if (!(error instanceof Fenced)) this.options.onProblem?.(error as Error);
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Reads the feed again from where the tenant is parked, until it is level with its partition. */
  private async resume({ tenant, applied }: ParkedTenant): Promise<void> {
    const owned = [...this.owned.values()].find((one) => one.holds(tenant));
    let from: string | undefined = applied;
    while (owned && from !== undefined && !this.ending.signal.aborted) {
      const page = await this.options.store.readFeed(from, this.options.batchSize ?? DEFAULT_BATCH);
      from = await owned.resume(tenant, from, page);
    }
  }
}
