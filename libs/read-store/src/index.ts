export { column } from './column';
export { type Projection, projection, type Rows, type RowsOf } from './projection';
export { type AnyReadTable, type KeyOf, type NewRowOf, type ReadTable, readTable, type RowOf, type StoredRowOf } from './table';
