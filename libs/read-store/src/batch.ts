import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { type ProjectionRun, ProjectionStopped } from './projection-run';

/**
 * Applies a batch to each projection within the open transaction. A projection that cannot go on leaves nothing of the
 * batch behind and does not harm the others.
 * @returns those that stopped, with the reason
 */
export async function applyBatch(
  client: ClientBase,
  runs: readonly ProjectionRun[],
  events: readonly RecordedEvent[],
  stamps: readonly number[],
): Promise<Map<ProjectionRun, ProjectionStopped>> {
  const stopped = new Map<ProjectionRun, ProjectionStopped>();
  for (const run of runs) {
    let written = false;
    try {
      const pending = run.handle(events, stamps);
      if (pending.length === 0) continue;
      await client.query('savepoint before_projection');
      written = true;
      await run.write(client, pending);
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      if (written) await client.query('rollback to savepoint before_projection');
      stopped.set(run, error);
    }
  }
  return stopped;
}
