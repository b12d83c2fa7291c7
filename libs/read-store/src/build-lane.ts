import type { Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { Client } from 'pg';
import { type Handled, handleBatch, writeBatch } from './batch';
import type { ProjectionRun, ProjectionStopped } from './projection-run';

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

  private async write(after: Position, handled: Handled): Promise<void> {
    await this.client.query('begin');
    await writeBatch(this.client, handled);
    await this.client.query('commit');
    for (const [run, reason] of handled.stopped) {
      this.runs = this.runs.filter((other) => other !== run);
      this.givenUp.push({ run, at: after, reason });
    }
  }
}
