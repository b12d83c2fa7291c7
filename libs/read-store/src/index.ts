export { column } from './column';
export { containing } from './containing';
export type { ProjectorUrls } from './connection';
export { allPages, type Page, page, type PageRequest } from './page';
export { type Progress, StoredProgress } from './progress';
export { type EventTypeTable, type Projection, projection, type Rows, type RowsOf } from './projection';
export { ProjectionStopped } from './projection-run';
export { Projector } from './projector';
export type { ProjectionStatus, ProjectorOptions } from './projector-options';
export { type Rebuilt, type RebuildOptions, rebuildProjection } from './rebuild';
export { type ReadContext, ReadStore, type ReadStoreOptions } from './read-store';
export { readStoreSchema } from './schema';
export {
  type AnyReadTable,
  type KeyOf,
  type NewRowOf,
  type ReadTable,
  readTable,
  type RowOf,
  type StoredRowOf,
} from './table';
