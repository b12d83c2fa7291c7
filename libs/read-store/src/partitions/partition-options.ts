import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { ProjectorOptions } from '../projector-options';
import type { PartitionOf } from './level';
import type { Poison } from './parked';

export type PartitionProjectorOptions = Pick<
  ProjectorOptions,
  'store' | 'urls' | 'projections' | 'events' | 'batchSize' | 'onProblem'
> & {
  readonly partitionOf: PartitionOf;
  /** Name of this process, to be seen beside what it holds. */
  readonly owner: string;
  /** Partitions worked on at the same time: connections to the database; 3. */
  readonly concurrency?: number;
  /** Told of what was applied, and when that began (milliseconds since 1970). */
  readonly onApplied?: (events: readonly RecordedEvent[], began: number) => void;
  /** An event cannot be applied: its tenant is parked until an operator decides. */
  readonly onParked?: (poison: Poison) => void;
};

export interface PartitionStatus {
  readonly partition: number;
  readonly position: string;
  readonly nextOffset: number | null;
  /** Events applied by this process. */
  readonly applied: number;
  /** When the last event applied was recorded. */
  readonly latest: Date | undefined;
}
