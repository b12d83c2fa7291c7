import type { EventStore, Position } from '@mainstay/event-sourcing';
import type { ProjectorUrls } from './connection';
import type { EventTypeTable, Projection } from './projection';

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly urls: ProjectorUrls;
  readonly projections: readonly Projection[];
  /** Every event type that any context declares: an event of another type is never skipped, it stops projections. */
  readonly events: readonly EventTypeTable[];
  /** Events per transaction at most; 1,000. */
  readonly batchSize?: number;
  /** How often to look for events of which nobody told (ms); 250. */
  readonly pollMs?: number;
  /** Other processes wait for this one's progress: store it also while nothing happens. */
  readonly sharesProgress?: boolean;
  /** Told of a lost database, and of a projection that stopped. */
  readonly onProblem?: (error: Error) => void;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly state: 'live' | 'building' | 'stopped';
  /** Everything up to here is in its tables; while it is being built, those of before are read. */
  readonly position: Position;
  /** How long before now the last event applied was recorded, while there are more to apply; else 0. */
  readonly lagSeconds: number;
  readonly error?: string;
}

/** Two projections that wrote to one table could neither be rebuilt nor stopped alone. */
export function assertDistinct(projections: readonly Projection[]): void {
  const seen = new Set<string>();
  const names = projections.flatMap(({ name, tables }) => [
    `projection ${name}`,
    ...Object.values(tables).map((table) => `read table ${table.name}`),
  ]);
  for (const name of names) {
    if (seen.has(name)) throw new Error(`The ${name} is declared twice.`);
    seen.add(name);
  }
}
