export { column } from './column';
export { containing } from './containing';
export type { ProjectorUrls } from './connection';
export { allPages, type Page, page, type PageRequest } from './page';
export type { Progress } from './progress';
export { type PartitionOf } from './partitions/level';
export type { LogBatch, LogPlace, LogRecord } from './partitions/log';
export { type Decision, parkedLog, type ParkedLogLine, resumeParked, skipParked } from './partitions/operator';
export { type ParkedTenant, parkedTenants, type Poison } from './partitions/parked';
export { PartitionProjector } from './partitions/partition-projector';
export type { PartitionProjectorOptions, PartitionStatus } from './partitions/partition-options';
export { NotSharedOut } from './partitions/partition-state';
export { type EventTypeTable, type Projection, projection, type Rows, type RowsOf } from './projection';
export { ProjectionStopped } from './projection-run';
export { Projector } from './projector';
export type { ProjectionStatus, ProjectorOptions } from './projector-options';
export { type Rebuilt, type RebuildOptions, rebuildProjection } from './rebuild';
export { type ReadContext, ReadStore, type ReadStoreOptions } from './read-store';
export { readStoreSchema } from './schema';
export { StoredProgress } from './stored-progress';
export {
  type AnyReadTable,
  type KeyOf,
  type NewRowOf,
  type ReadTable,
  readTable,
  type RowOf,
  type StoredRowOf,
} from './table';
