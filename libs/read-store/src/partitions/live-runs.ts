import type { ClientBase } from 'pg';
import { isLive, projectionStates, type ProjectionState } from '../feed-state';
import type { ProjectionRun } from '../projection-run';
import { loadSkips } from './parked';

/** Those of this release's projections that are live, for all partitions of a process. */
export class LiveRuns {
  states: ReadonlyMap<string, ProjectionState> = new Map();
  private generation = -1;
  private live: readonly ProjectionRun[] = [];

  constructor(private readonly runs: readonly ProjectionRun[]) {}

  /** Within a transaction that holds a partition. */
  async of(client: ClientBase, generation: number): Promise<readonly ProjectionRun[]> {
    if (generation !== this.generation) {
      const states = await projectionStates(client);
      const skips = await loadSkips(client);
      for (const run of this.runs) run.skip(skips);
      this.states = states;
      this.live = this.runs.filter(({ projection }) => isLive(projection, states));
      this.generation = generation;
    }
    return this.live;
  }
}
