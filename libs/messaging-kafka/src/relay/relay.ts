import { setImmediate as turnOfLoop, setTimeout as delay } from 'node:timers/promises';
import { type EventAsText, type EventStore, type FeedPageAsText, type Position, START } from '@mainstay/event-sourcing';
import type { Kafka } from 'kafkajs';
import { explained } from '../explained';
import { asText, EVENTS_TOPIC } from '../message';
import { ensureTopic, isEmpty, WrongPartitions } from '../topic';
import { type Addressed, batchesOf, watermarks } from './addressed';
import { Lease } from './lease';
import { Outlet } from './outlet';
import { Wakeup } from './wakeup';

export interface RelayOptions {
  readonly store: EventStore;
  readonly kafka: Kafka;
  /** Address of the database for the role `projector`; `migrateRelay` has been there. */
  readonly databaseUrl: string;
  /** Name of this process, for people who look who leads. */
  readonly holder: string;
  readonly partitions: number;
  /** Copies of each partition when the topic is created; the brokers' default where not given. */
  readonly replication?: number;
  readonly topic?: string;
  /** How long a leader may be silent before another takes its place (ms); 5,000. */
  readonly leaseMs?: number;
  /** Events read, and sent to the broker, at once; 1,000. */
  readonly batchSize?: number;
  /** How often to look for events of which nobody told (ms); 250. */
  readonly pollMs?: number;
  /** How often at most readers are told how far a partition is complete (ms); 1,000. */
  readonly watermarkMs?: number;
  /** How long Kafka may take over a batch before the relay begins anew, or another in its place (ms); 15,000. */
  readonly answerMs?: number;
  /** Told when Kafka or the database are gone, or the lease is lost; the relay goes on by itself. */
  readonly onProblem?: (error: Error) => void;
  /** Told of what was sent, and when that began (milliseconds since 1970). */
  readonly onRelayed?: (events: readonly EventAsText[], began: number) => void;
  /** Told when it begins or ends to lead. */
  readonly onState?: (state: RelayStatus['state']) => void;
}

export interface RelayStatus {
  /** `trying`: at the start, or after a problem. */
  readonly state: 'trying' | 'standing by' | 'leading';
  /** Everything before this has been relayed by this process, as long as it leads. */
  readonly position: Position;
  /** Events that this process has relayed. */
  readonly relayed: number;
  /** How often it had to begin anew. */
  readonly problems: number;
  /** When the oldest event was recorded that this process should have relayed but has not; undefined: there is none. */
  readonly waitingSince: Date | undefined;
}

interface Prepared {
  readonly page: FeedPageAsText;
  readonly batches: Addressed[][];
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** While there is more to relay, a transaction goes on to about this many: to end one takes as long as to send hundreds. */
const TRANSACTION_EVENTS = 20_000;

/**
 * Brings the feed of the event store to Kafka: in order, each event at least once, by one process at a time. A reader drops
 * what it has seen by the position; nothing is ever missing.
 */
export class Relay {
  private readonly options: Required<Omit<RelayOptions, 'replication'>> & Pick<RelayOptions, 'replication'>;
  private readonly wakeup = new Wakeup();
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;
  private state: RelayStatus['state'] = 'trying';
  private position = START;
  private relayed = 0;
  private problems = 0;
  private waitingSince: Date | undefined;

  constructor(options: RelayOptions) {
    this.options = {
      topic: EVENTS_TOPIC,
      leaseMs: 5_000,
      batchSize: 1_000,
      pollMs: 250,
      watermarkMs: 1_000,
      answerMs: 15_000,
      onProblem: () => undefined,
      onState: () => undefined,
      onRelayed: () => undefined,
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

  /** Ends after what is being sent, and lets another process lead. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.wakeup.wake();
    await this.running?.catch(() => undefined); // told by `run`
  }

  status(): RelayStatus {
    const { state, position, relayed, problems, waitingSince } = this;
    return { state, position, relayed, problems, waitingSince };
  }

  private async go(): Promise<void> {
    const forget = this.options.store.onAppended(() => this.wakeup.wake());
    let pause = FIRST_PAUSE_MS;
    try {
      while (!this.ending.signal.aborted) {
        try {
          await this.turn(() => (pause = FIRST_PAUSE_MS));
        } catch (error) {
          if (error instanceof WrongPartitions) throw error;
          if (this.ending.signal.aborted) break;
          this.problems++;
          this.waitingSince ??= new Date();
          this.options.onProblem(explained(error as Error));
          await delay(pause, undefined, { signal: this.ending.signal }).catch(() => undefined);
          pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
      }
    } finally {
      forget();
    }
  }

  /** From standing by to the loss of the lease, or the end. */
  private async turn(working: () => void): Promise<void> {
    const { kafka, databaseUrl, topic, holder, leaseMs } = this.options;
    this.becomes('trying');
    await this.prepareTopic();
    const lease = await Lease.take({ url: databaseUrl, name: topic, holder, leaseMs }, this.ending.signal, () => {
      this.becomes('standing by');
      this.waitingSince = undefined; // the leader's concern
      working();
    });
    if (!lease) return;
    try {
      const outlet = await Outlet.open(kafka, topic, this.options.answerMs);
      try {
        await this.lead(lease, outlet, working);
      } finally {
        await outlet.close();
      }
    } finally {
      this.becomes('trying');
      await lease.release();
    }
  }

  private async lead(lease: Lease, outlet: Outlet, working: () => void): Promise<void> {
    const { pollMs, watermarkMs, partitions } = this.options;
    this.position = (await this.isNew()) ? START : lease.position;
    this.becomes('leading');
    let saving = Promise.resolve();
    let preparing = handled(this.prepare(this.position));
    let told = -Infinity;
    let untold = true; // readers of a new leader learn how far the last one came
    for (let ending = false; !ending;) {
      const { page, batches } = await preparing;
      if (!page.drained) {
        preparing = handled(this.prepare(page.upTo)); // while this page is on its way
        await turnOfLoop(); // the question leaves before the client, which encodes a page in one go, takes the thread
      }
      this.waitingSince ??= page.events[0]?.recorded;
      untold ||= page.events.length > 0;
      if (page.drained && untold && performance.now() - told >= watermarkMs) {
        batches.push(watermarks(page.upTo, partitions));
        told = performance.now();
        untold = false;
      }
      const began = Date.now();
      for (const batch of batches) {
        lease.assertHeld();
        await outlet.send(batch);
      }
      ending = this.ending.signal.aborted;
      const enough = page.drained || ending || outlet.uncommitted >= TRANSACTION_EVENTS;
      if (enough && outlet.uncommitted > 0) {
        lease.assertHeld();
        await outlet.commit();
        await saving;
        saving = handled(lease.save(page.upTo));
      }
      this.passed(page);
      this.options.onRelayed(page.events, began);
      working();
      if (!page.drained || ending) continue;
      await this.wakeup.wait(untold ? Math.min(pollMs, Math.max(1, told + watermarkMs - performance.now())) : pollMs);
      preparing = handled(this.prepare(page.upTo));
    }
    await saving;
  }

  private async prepare(after: Position): Promise<Prepared> {
    const page = await this.read(after);
    return { page, batches: batchesOf(page.events, this.options.partitions) };
  }

  private async read(after: Position): Promise<FeedPageAsText> {
    const { store, batchSize } = this.options;
    if (store.readFeedAsText) return store.readFeedAsText(after, batchSize);
    const page = await store.readFeed(after, batchSize);
    return { ...page, events: page.events.map(asText) };
  }

  private becomes(state: RelayStatus['state']): void {
    if (state === this.state) return;
    this.state = state;
    this.options.onState(state);
  }

  private passed({ events, upTo, drained }: FeedPageAsText): void {
    this.relayed += events.length;
    this.position = upTo;
    if (drained) this.waitingSince = undefined;
  }

  private prepareTopic(): Promise<void> {
    const { topic: name, partitions, replication } = this.options;
    return this.withAdmin((admin) => ensureTopic(admin, { name, partitions, replication }));
  }

  /** Nothing was ever relayed to the topic, or Kafka has lost it: whatever the checkpoint says, all of it is relayed. */
  private isNew(): Promise<boolean> {
    return this.withAdmin((admin) => isEmpty(admin, this.options.topic));
  }

  private async withAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.options.kafka.admin();
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

/** Its failure is told where it is awaited, not before. */
function handled<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
