import { Build, type BuildOutcome } from './build';
import { EventReader } from './event-reader';
import type { PartitionOf } from './partitions/level';
import { feedPlace, partitionPlaces } from './partitions/places';
import type { ProjectorOptions } from './projector-options';

export type RebuildOptions = Pick<ProjectorOptions, 'store' | 'urls' | 'projections' | 'events' | 'batchSize'> & {
  /** Where processes share the tenants by partitions: by how many, and which. */
  readonly shared?: { readonly partitions: number; readonly partitionOf: PartitionOf };
};

export type Rebuilt = Omit<BuildOutcome, 'stopped'>;

/**
 * Builds one projection anew beside its tables and lets the new ones take over, while everything goes on: reads, commands
 * and the live projections, in whatever process those run.
 * @throws Error for a name that is not known, or one being rebuilt already; ProjectionStopped, and all stays as it was
 */
export async function rebuildProjection(options: RebuildOptions, name: string): Promise<Rebuilt> {
  const projection = options.projections.find((known) => known.name === name);
  if (!projection) {
    const known = options.projections
      .map(({ name }) => name)
      .sort()
      .join(', ');
    throw new Error(`There is no projection ${name}. There are: ${known}.`);
  }
  const { store, urls, batchSize = DEFAULT_BATCH, shared } = options;
  const reader = new EventReader(options.events);
  const { events, seconds, stopped } = await new Build([projection], {
    store,
    urls,
    reader,
    batchSize,
    leads: false,
    places: shared ? partitionPlaces(shared.partitions, shared.partitionOf) : feedPlace,
  }).run();
  if (stopped[0]) throw stopped[0];
  return { events, seconds };
}

export const DEFAULT_BATCH = 1_000;
