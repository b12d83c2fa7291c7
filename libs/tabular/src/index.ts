export * from './formula';
export * from './read-table';
export * from './table';
export * from './write-csv';
export * from './write-xlsx';
