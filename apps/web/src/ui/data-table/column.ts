import type { ReactNode } from 'react';
import { number } from '~/i18n/format';

export interface Column<Row> {
  /** In the address when sorted by: ?sort=-spend. */
  readonly id: string;
  readonly header: string;
  /** What the column is sorted by and exported as; also shown where `cell` says nothing else. */
  readonly value: (row: Row) => string | number | null | undefined;
  readonly cell?: (row: Row) => ReactNode;
  /** Numbers stand on the right. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** On a phone a row is a card: this column is left out there. */
  readonly hideOnPhone?: boolean;
}

export function cellContent<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return typeof value === 'number' ? number(value) : (value ?? '–');
}
