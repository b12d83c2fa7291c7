import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { type Pending, type ProjectionRun, ProjectionStopped } from './projection-run';

/** What a batch does to the tables of each projection, and which projections cannot go on, with the reason. */
export interface Handled {
  readonly pending: Map<ProjectionRun, Pending[]>;
  readonly stopped: Map<ProjectionRun, ProjectionStopped>;
}

export function handleBatch(
  runs: readonly ProjectionRun[],
  events: readonly RecordedEvent[],
  stamps: readonly number[],
): Handled {
  const handled: Handled = { pending: new Map(), stopped: new Map() };
  for (const run of runs) {
    try {
      handled.pending.set(run, run.handle(events, stamps));
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      handled.stopped.set(run, error);
    }
  }
  return handled;
}

/**
 * Writes a batch within the open transaction. A projection that cannot go on leaves nothing of the batch behind, and does
 * not harm the others; it joins those stopped.
 */
export async function writeBatch(client: ClientBase, { pending, stopped }: Handled): Promise<void> {
  for (const [run, changes] of pending) {
    if (changes.length === 0) continue;
    await client.query('savepoint before_projection');
    try {
      await run.write(client, changes);
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      await client.query('rollback to savepoint before_projection');
      stopped.set(run, error);
    }
  }
}
