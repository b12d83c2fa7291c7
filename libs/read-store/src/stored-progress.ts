import { type Position, START, Unavailable } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { tellAwaited } from './partitions/awaited';
import type { PartitionOf } from './partitions/level';
import { late, type Progress, PROGRESS_TIMEOUT_MS } from './progress';

const POLL_MS = 25;
const TELL_MS = 100;

interface Stored {
  readonly feed: Position | null;
  /** In the order of their numbers; null where one process follows the whole feed. */
  readonly partitions: readonly Position[] | null;
  /** By tenant, the position of the event that could not be applied. */
  readonly parked: Readonly<Record<string, Position>> | null;
}

const STORED = `select (select position from projection.feed) as feed,
  (select json_agg(position order by partition) from projection.partition) as partitions,
  (select json_object_agg(tenant, position) from projection.parked) as parked`;

interface Waiting {
  readonly position: Position;
  readonly tenant: string;
  readonly deadline: number;
  readonly settle: (problem?: unknown) => void;
}

/**
 * In a process without projector: asks the database, once for all who wait. Where processes share the tenants by
 * partitions, everybody waits for the partition of the own tenant alone.
 */
export class StoredProgress implements Progress {
  private stored: Stored = { feed: null, partitions: null, parked: null };
  private readonly waiting = new Set<Waiting>();
  private asking = false;
  private toldAt = -Infinity;

  constructor(
    private readonly database: Pick<ClientBase, 'query'>,
    private readonly partitionOf: PartitionOf,
  ) {}

  async waitFor(position: Position, tenant: string, timeoutMs = PROGRESS_TIMEOUT_MS): Promise<void> {
    if (this.reached(position, tenant)) return;
    await new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        position,
        tenant,
        deadline: performance.now() + timeoutMs,
        settle: (problem) => {
          this.waiting.delete(waiting);
          if (problem === undefined) resolve();
          else reject(problem as Error);
        },
      };
      this.waiting.add(waiting);
      if (!this.asking) void this.ask();
    });
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.waiting.size > 0) {
      const all = [...this.waiting];
      try {
        this.stored = (await this.database.query<Stored>(STORED)).rows[0]!;
        for (const one of all) this.answer(one);
        await this.tell();
      } catch (error) {
        for (const { settle } of all) settle(error);
      }
      if (this.waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    this.asking = false;
  }

  /** An idle partition comes level with the event store when somebody waits for it. */
  private async tell(): Promise<void> {
    const { partitions } = this.stored;
    if (!partitions || this.waiting.size === 0 || performance.now() - this.toldAt < TELL_MS) return;
    this.toldAt = performance.now();
    await tellAwaited(
      this.database,
      new Set([...this.waiting].map(({ tenant }) => this.partitionOf(tenant, partitions.length))),
    );
  }

  private answer({ position, tenant, deadline, settle }: Waiting): void {
    if (this.reached(position, tenant)) settle();
    else if (this.isParked(position, tenant)) settle(parked());
    else if (performance.now() > deadline) settle(late());
  }

  private reached(position: Position, tenant: string): boolean {
    const { feed, partitions } = this.stored;
    const place = partitions ? partitions[this.partitionOf(tenant, partitions.length)] : feed;
    return position <= (place ?? START) && !this.isParked(position, tenant);
  }

  private isParked(position: Position, tenant: string): boolean {
    const place = this.stored.parked?.[tenant];
    return place !== undefined && position >= place;
  }
}

const RETRY_PARKED_SECONDS = 60;

const parked = () =>
  new Unavailable(
    'read-model.parked',
    'An event of this enterprise cannot be shown yet, and nothing recorded after it. It is recorded and safe; whoever operates Mainstay has been told.',
    RETRY_PARKED_SECONDS,
  );
