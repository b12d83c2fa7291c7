import type { EventStore, FeedPage, Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { handleBatch, writeBatch } from './batch';
import { storeClock, TenantClock } from './clock';
import {
  beginHolding,
  type FeedState,
  isLive,
  projectionStates,
  type ProjectionState,
  storePosition,
  storeState,
} from './feed-state';
import type { LocalProgress } from './progress';
import type { ProjectionRun } from './projection-run';
import type { Signal } from './signal';

export interface LiveOptions {
  readonly store: EventStore;
  readonly client: ClientBase;
  /** All projections of this release; those among them that are live are followed. */
  readonly runs: readonly ProjectionRun[];
  readonly progress: LocalProgress;
  /** Ends the wait for more. */
  readonly signal: Signal;
  readonly ended: () => boolean;
  readonly batchSize: number;
  readonly pollMs: number;
  readonly sharesProgress: boolean;
  /** The end of the feed has been reached (again). */
  readonly onCaughtUp: () => void;
  readonly onProblem: (error: Error) => void;
}

/** What is recorded may have to wait for what is still being recorded before it: look again soon, then less often. */
const SOON_MS = 5;
const SHARE_MS = 1_000;

/** Follows the feed with all live projections, on one connection, each batch in one transaction. */
export class LiveSession {
  states: ReadonlyMap<string, ProjectionState> = new Map();
  /** True once the end of the feed has been reached. */
  caughtUp = false;
  /** When the last event was recorded while more are to come. */
  behindSince: Date | undefined;

  private readonly clock = new TenantClock();
  private live: readonly ProjectionRun[] = [];
  private generation = -1;
  private stored!: Position;
  private storedAt = 0;
  private changed = false;

  constructor(private readonly options: LiveOptions) {}

  async open(): Promise<void> {
    const { client, progress } = this.options;
    await this.clock.load(client);
    const { rows } = await client.query<FeedState>('select position, generation from projection.feed');
    this.stored = rows[0]!.position;
    await this.reload();
    progress.advance(this.stored);
  }

  /** The set of live projections may have changed: look, even if nothing is recorded. */
  recheck(): void {
    this.changed = true;
    this.options.signal.wake();
  }

  /** Ends when told; throws when the database or the store fails. */
  async follow(): Promise<void> {
    const { ended, progress, signal, pollMs } = this.options;
    let page = await this.read(this.stored);
    let pause = pollMs;
    while (!ended()) {
      const next = page.drained ? undefined : this.read(page.upTo);
      next?.catch(() => undefined);
      if (page.events.length > 0 || this.changed || this.mustShare(page)) await this.apply(page);
      this.behindSince = page.drained ? undefined : (page.events.at(-1)?.recorded ?? this.behindSince);
      this.caughtUp ||= page.drained;
      progress.advance(page.upTo);
      if (page.drained) this.options.onCaughtUp();
      if (!next) {
        const woken = await signal.wait(progress.awaited ? SOON_MS : pause);
        pause = woken ? SOON_MS : Math.min(2 * pause, pollMs);
      }
      page = await (next ?? this.read(page.upTo));
    }
  }

  private read(after: Position): Promise<FeedPage> {
    return this.options.store.readFeed(after, this.options.batchSize);
  }

  private async apply({ events, upTo }: FeedPage): Promise<void> {
    const { client } = this.options;
    this.changed = false;
    const { stamps, moved } = this.clock.stamp(events);
    try {
      const held = await beginHolding(client);
      if (held.position !== this.stored) throw new Error('Another process has moved the read models on.');
      if (held.generation !== this.generation) await this.reload();
      await this.applyTo(events, stamps);
      await storeClock(client, moved);
      await storePosition(client, upTo);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    this.clock.keep(moved);
    this.stored = upTo;
    this.storedAt = performance.now();
  }

  private async applyTo(events: readonly RecordedEvent[], stamps: readonly number[]): Promise<void> {
    const handled = handleBatch(this.live, events, stamps);
    await writeBatch(this.options.client, handled);
    for (const [run, reason] of handled.stopped) {
      await storeState(this.options.client, run.projection, { at: this.stored, error: reason.message });
      this.options.onProblem(reason);
    }
    if (handled.stopped.size > 0) await this.reload();
  }

  private async reload(): Promise<void> {
    const { client, runs } = this.options;
    const { rows } = await client.query<FeedState>('select position, generation from projection.feed');
    this.generation = rows[0]!.generation;
    this.states = await projectionStates(client);
    this.live = runs.filter(({ projection }) => isLive(projection, this.states));
  }

  private mustShare({ upTo }: FeedPage): boolean {
    return this.options.sharesProgress && upTo > this.stored && performance.now() - this.storedAt > SHARE_MS;
  }
}
