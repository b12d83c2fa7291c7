import { useMemo } from 'react';
import { createSortedRowModel, rowSortingFeature, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import type { Column } from './column';
import { compareValues, type Sort } from './sort';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface SortedRows<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  setSort: (sort: Sort | undefined) => void;
  /** True where the API has sorted already. */
  sortedByApi: boolean;
}

/** Row model: rows in order, rows without a value last. Column and row keep their own shape for rendering. */
export function useSortedRows<Row extends RowData>({ rows, columns, sort, setSort, sortedByApi }: SortedRows<Row>) {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.value(row) ?? undefined,
        enableSorting: column.sortable ?? true,
        sortDescFirst: column.numeric ?? false,
        sortUndefined: 'last' as const,
        sortFn: (a: Valued, b: Valued, id: string) => compareValues(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const { id, desc } = sort ?? {};
  const sorting = useMemo(() => (id === undefined ? [] : [{ id, desc: desc ?? false }]), [id, desc]);
  return useTable({
    features,
    data: rows,
    columns: definitions,
    state: { sorting },
    onSortingChange: (update) => setSort((typeof update === 'function' ? update(sorting) : update)[0]),
    manualSorting: sortedByApi,
    enableMultiSort: false,
    enableSortingRemoval: false,
  });
}

interface Valued {
  getValue: (id: string) => unknown;
}
