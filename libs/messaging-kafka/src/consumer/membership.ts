import { setTimeout as delay } from 'node:timers/promises';
import type { LogPlace } from '@mainstay/read-store';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { beating } from './beating';
import type { Lag } from './lag';
import { logBatch } from './log-batch';
import type { PartitionHandler } from './partition-handler';

export interface MembershipOptions {
  readonly consumer: Consumer;
  readonly topic: string;
  readonly handler: PartitionHandler;
  readonly lag: Lag;
  readonly heartbeatMs: number;
  readonly ending: AbortSignal;
  readonly onProblem: (error: Error) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const COMMIT_MS = 5_000;

/** One life of a consumer in its group: takes the partitions that it is given, and brings their records to the handler. */
export class Membership {
  private generation = 0;
  private readonly taken = new Map<number, Promise<LogPlace | undefined>>();
  private readonly committedAt = new Map<number, number>();

  constructor(private readonly options: MembershipOptions) {}

  /** The group has shared the partitions out anew: each is taken again, be it for the first time or not. */
  joined(partitions: readonly number[]): void {
    this.generation++;
    for (const partition of this.taken.keys()) {
      if (!partitions.includes(partition)) this.options.handler.release(partition);
    }
    this.taken.clear();
    for (const partition of partitions) this.taken.set(partition, this.take(partition));
  }

  /** Nothing is resolved unless it is applied: what is not will be given again. */
  async eachBatch({ batch, heartbeat, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload) {
    const { topic, handler, lag, heartbeatMs, onProblem } = this.options;
    const { partition } = batch;
    const beat = async () => {
      if (!isRunning()) throw new Error('The consumer ends.');
      await heartbeat();
    };
    const alive = <Result>(work: Promise<Result>) => beating(beat, heartbeatMs, work);
    const place = await alive(this.taken.get(partition) ?? Promise.resolve(undefined));
    // Read before it was known from where: the client begins again there.
    if (!place || isStale()) return;
    const records = logBatch(batch, place.position);
    if (records.unreadable) onProblem(records.unreadable);
    for (let pause = FIRST_PAUSE_MS; isRunning() && !isStale(); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        if (!(await alive(handler.apply(partition, records)))) {
          await heartbeat(); // or the partition is rightly another's
          this.taken.set(partition, this.take(partition));
          return;
        }
        resolveOffset(batch.lastOffset());
        lag.seen(partition, Number(batch.highWatermark), records.next);
        this.showProgress(topic, partition, records.next, commitOffsetsIfNecessary);
        return;
      } catch (error) {
        onProblem(error as Error);
        await beat(); // its own error ends this, and the group shares out anew
        await alive(delay(pause));
      }
    }
  }

  /** Tries until the partition is had, or given to another; then its log is read from where the database says. */
  private async take(partition: number): Promise<LogPlace | undefined> {
    const { consumer, topic, handler, lag, ending, onProblem } = this.options;
    const { generation } = this;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      if (ending.aborted || generation !== this.generation) return undefined;
      try {
        const place = await handler.take(partition);
        if (generation !== this.generation) return undefined;
        // Nowhere yet: the log's beginning, where the client goes by itself when that is later.
        consumer.seek({ topic, partition, offset: String(place.nextOffset ?? 0) });
        lag.begin(partition, place.nextOffset ?? 0);
        return place;
      } catch (error) {
        onProblem(error as Error);
        await delay(pause, undefined, { signal: ending }).catch(() => undefined);
      }
    }
  }

  /** For those who watch the group at the broker; nothing is ever read from there. */
  private showProgress(
    topic: string,
    partition: number,
    next: number,
    commit: EachBatchPayload['commitOffsetsIfNecessary'],
  ): void {
    const now = performance.now();
    if (now - (this.committedAt.get(partition) ?? -Infinity) < COMMIT_MS) return;
    this.committedAt.set(partition, now);
    commit({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] }).catch(() => undefined);
  }
}
