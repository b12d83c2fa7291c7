import { type Position, type RecordedEvent, START } from '@mainstay/event-sourcing';
import type { Client } from 'pg';
import { type Handled, handleBatch, writeBatch } from './batch';
import type { BuildKeys } from './build-keys';
import { type ProjectionRun, ProjectionStopped } from './projection-run';

export interface GivenUp {
  readonly run: ProjectionRun;
  /** Everything up to here was applied. */
  readonly at: Position;
  readonly reason: ProjectionStopped;
}

/**
 * Some of the projections being built, on a connection of their own: while the database writes a batch of theirs, the
 * next one is worked out.
 */
export class BuildLane {
  readonly givenUp: GivenUp[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    readonly client: Client,
    private readonly keys: BuildKeys,
    public runs: readonly ProjectionRun[],
  ) {}

  /** Takes the events that follow `after`; resolves when those of the call before have been written. */
  async apply(after: Position, events: readonly RecordedEvent[], stamps: readonly number[]): Promise<void> {
    const handled = handleBatch(this.runs, events, stamps);
    const before = this.writing;
    this.writing = before.then(() => this.write(after, handled));
    // Its failure is met by whoever waits for it next.
    this.writing.catch(() => undefined);
    await before;
  }

  /** Resolves when all has been written. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** Keys and indexes, once all is written. */
  async finish(): Promise<void> {
    for (const run of this.runs) {
      await this.unlessStopped(run, START, () => this.keys.finish(run));
      run.bulk = false;
    }
  }

  private async write(after: Position, handled: Handled): Promise<void> {
    for (const [run, pending] of handled.pending) {
      const go = await this.unlessStopped(run, after, () => this.keys.beforeWriting(run, pending));
      if (!go) handled.pending.delete(run);
    }
    await this.client.query('begin');
    await writeBatch(this.client, handled);
    await this.client.query('commit');
    for (const [run, reason] of handled.stopped) this.giveUp({ run, at: after, reason });
  }

  private async unlessStopped(run: ProjectionRun, at: Position, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      this.giveUp({ run, at, reason: error });
      return false;
    }
  }

  private giveUp(given: GivenUp): void {
    this.runs = this.runs.filter((other) => other !== given.run);
    this.givenUp.push(given);
  }
}
