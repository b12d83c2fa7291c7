import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { explained } from '../explained';
import { EVENTS_TOPIC } from '../message';
import { ensureTopic, WrongPartitions } from '../topic';
import { Lag, type PartitionLag } from './lag';
import { Membership } from './membership';
import type { PartitionHandler } from './partition-handler';

export interface ProjectorGroupOptions {
  readonly kafka: Kafka;
  readonly handler: PartitionHandler;
  readonly partitions: number;
  /** Copies of each partition when the topic is created; the brokers' default where not given. */
  readonly replication?: number;
  readonly topic?: string;
  readonly groupId?: string;
  /** How long the broker waits for a sign of life before it gives the partitions to others (ms); 10,000. */
  readonly sessionMs?: number;
  /** Partitions worked on at the same time; 3. */
  readonly concurrency?: number;
  /** Told when Kafka or the database are gone; the group is joined again by itself. */
  readonly onProblem?: (error: Error) => void;
}

export interface GroupStatus {
  readonly isMember: boolean;
  readonly partitions: readonly number[];
  /** How often the partitions have been shared out since the start. */
  readonly rebalances: number;
  readonly lag: readonly PartitionLag[];
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const LAG_MS = 5_000;
const FETCH_MS = 250;
/** How long a member may take to leave: before it joins again, and at the end, where it finishes its batches. */
const LEAVE_MS = 3_000;
const LAST_LEAVE_MS = 30_000;

/**
 * A member of the consumer group whose processes share the partitions of the events. Where a partition goes on is what the
 * handler's database says, never the group's offsets.
 */
export class ProjectorGroup {
  private readonly options: Required<Omit<ProjectorGroupOptions, 'replication'>> &
    Pick<ProjectorGroupOptions, 'replication'>;
  private readonly ending = new AbortController();
  private readonly lag = new Lag();
  private running: Promise<void> | undefined;
  private assigned: readonly number[] = [];
  private isMember = false;
  private rebalances = 0;

  constructor(options: ProjectorGroupOptions) {
    this.options = {
      topic: EVENTS_TOPIC,
      groupId: 'mainstay-projectors',
      sessionMs: 10_000,
      concurrency: 3,
      onProblem: () => undefined,
      ...options,
    };
  }

  /**
   * Runs until `stop`; resolves then.
   * @throws WrongPartitions when the topic has another number of partitions than configured
   */
  run(): Promise<void> {
    return (this.running ??= this.go());
  }

  /** Finishes the batches at hand and leaves the group: the others take over at once. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running?.catch(() => undefined); // told by `run`
  }

  status(): GroupStatus {
    const { isMember, assigned, rebalances, lag } = this;
    return { isMember, partitions: assigned, rebalances, lag: lag.all() };
  }

  private async go(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.ending.signal.aborted) {
      try {
        await this.life(() => (pause = FIRST_PAUSE_MS));
      } catch (error) {
        if (error instanceof WrongPartitions) throw error;
        if (this.ending.signal.aborted) return;
        this.options.onProblem(explained(error as Error));
        await delay(pause, undefined, { signal: this.ending.signal }).catch(() => undefined);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
  }

  /** From joining the group to the end, or to an error that the client does not get over. */
  private async life(joined: () => void): Promise<void> {
    const { kafka, handler, topic, groupId, sessionMs, concurrency, partitions, replication, onProblem } = this.options;
    const heartbeatMs = Math.round(sessionMs / 5);
    const admin = kafka.admin();
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: sessionMs,
      rebalanceTimeout: Math.round(1.5 * sessionMs),
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: FETCH_MS,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    const { ending } = this;
    const membership = new Membership({
      consumer,
      topic,
      handler,
      lag: this.lag,
      heartbeatMs,
      ending: ending.signal,
      onProblem,
    });
    let heardAt = performance.now();
    const heard = () => (heardAt = performance.now());
    consumer.on(consumer.events.HEARTBEAT, heard);
    let watch: NodeJS.Timeout | undefined;
    const lifeOver = new AbortController();
    const over = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      ending.signal.addEventListener('abort', () => resolve(), { once: true, signal: lifeOver.signal });
      watch = setInterval(() => {
        // Longer than the broker waits for a member: it has given the partitions to others.
        if (performance.now() - heardAt > 2 * sessionMs) reject(new Error('Kafka has not been heard for too long.'));
        void this.look(admin);
      }, LAG_MS);
    });
    over.catch(() => undefined); // awaited below, once it runs
    let left = false;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      if (left) return void consumer.disconnect().catch(() => undefined); // it had been joining still
      heard();
      this.assigned = payload.memberAssignment[topic] ?? [];
      this.rebalances++;
      this.isMember = true;
      this.lag.keep(this.assigned);
      membership.joined(this.assigned);
      joined();
    });
    try {
      await admin.connect();
      await ensureTopic(admin, { name: topic, partitions, replication });
      await handler.open(partitions);
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: concurrency,
        eachBatch: (payload) => membership.eachBatch(payload),
      });
      heard();
      await over;
    } finally {
      left = true;
      lifeOver.abort();
      this.isMember = false;
      this.assigned = [];
      clearInterval(watch);
      membership.joined([]);
      // What cannot be reached is left behind: it no longer asks for anything.
      const leaving = Promise.allSettled([consumer.disconnect(), admin.disconnect()]);
      await Promise.race([leaving, delay(ending.signal.aborted ? LAST_LEAVE_MS : LEAVE_MS)]);
    }
  }

  /** The ends of the logs, also of those from which nothing comes. */
  private async look(admin: Admin): Promise<void> {
    if (this.assigned.length === 0) return;
    try {
      for (const { partition, high } of await admin.fetchTopicOffsets(this.options.topic)) {
        if (this.assigned.includes(partition)) this.lag.seen(partition, Number(high));
      }
    } catch (error) {
      this.options.onProblem(error as Error);
    }
  }
}
