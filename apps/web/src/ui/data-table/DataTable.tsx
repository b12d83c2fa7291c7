import { type ReactNode, useRef } from 'react';
import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { t } from '~/i18n';
import { EmptyState } from '../EmptyState';
import { Cards } from './Cards';
import { cellContent, type Column } from './column';
import classes from './DataTable.module.css';
import { HeaderCell } from './HeaderCell';
import { moveBetweenRows } from './move-between-rows';
import { RowOpener, type Opens } from './RowOpener';
import { PickAll, PickRow, type Selection } from './Selection';
import { useSort } from './sort';
import { useSortedRows } from './use-sorted-rows';
import { ShowMore } from '../ShowMore';
import { useParts } from '../use-parts';

export interface DataTableProps<Row> extends Opens<Row> {
  /** What the table holds, for screen readers: "Accounts". */
  caption: string;
  /** Stable (module constant or memo). The first column names the row; it carries the link and the card's title. */
  columns: readonly Column<Row>[];
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Order without ?sort= in the address, such as `-spend`. */
  defaultSort?: string;
  /** The API sorts (paged lists); read the order with `useSort(defaultSort)`. */
  sortedByApi?: boolean;
  /** Shown instead of a table without rows; an EmptyState with the next step. */
  empty?: ReactNode;
  /** Rows can be picked, for a command on many. */
  selection?: Selection;
  /** Below the rows, such as a button that loads more. */
  footer?: ReactNode;
}

const none: readonly never[] = [];
/** Rows drawn at once of those that did not come page by page. */
const PART = 200;

/** Dense table: sorting in the address, header that stays, arrow keys between rows, cards on a phone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, defaultSort, sortedByApi = false, empty, selection, to, onOpen } = props;
  const phone = useMediaQuery('screen and (max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { sort, setSort } = useSort(defaultSort);
  const table = useSortedRows({ rows: rows ?? none, columns, sort, setSort, sortedByApi });
  const body = useRef<HTMLTableSectionElement>(null);
  const { shown: sorted, more } = useParts(
    table.getRowModel().rows.map(({ original }) => original),
    sortedByApi ? Infinity : PART,
  );

  if (!rows) return <LoadingRows />;
  if (rows.length === 0) return empty ?? <EmptyState title={t('table.empty')} />;
  const footer = (
    <>
      <ShowMore more={more} loadingMore={false} />
      {props.footer}
    </>
  );
  if (phone) return <Cards {...{ caption, columns, rowKey, to, onOpen, footer, selection }} rows={sorted} />;
  return (
    <div className={classes['frame']}>
      <table className={classes['table']}>
        <caption>
          <VisuallyHidden>
            {caption}, {t('table.rows', { n: rows.length })}
          </VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {selection && (
              <td className={classes['picks']}>
                <PickAll selection={selection} ids={sorted.map(rowKey)} />
              </td>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => moveBetweenRows(event, body.current)}>
          {sorted.map((row) => (
            <tr key={rowKey(row)} data-opens={to || onOpen ? '' : undefined}>
              {selection && (
                <td className={classes['picks']}>
                  <PickRow selection={selection} id={rowKey(row)} name={nameOf(columns, row)} />
                </td>
              )}
              {columns.map((column, index) => {
                const content = cellContent(column, row);
                const className = column.numeric ? 'figures' : undefined;
                if (index > 0) {
                  return (
                    <td key={column.id} className={className}>
                      {content}
                    </td>
                  );
                }
                return (
                  <th key={column.id} scope="row" className={className}>
                    <RowOpener row={row} to={to} onOpen={onOpen}>
                      {content}
                    </RowOpener>
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {footer}
    </div>
  );
}

/** What the row is called: the text of its first column. */
const nameOf = <Row,>([first]: readonly Column<Row>[], row: Row): string => String(first?.value(row) ?? '');

function LoadingRows() {
  return (
    <div role="status" aria-busy="true" aria-label={t('table.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} h={20} my={16} />
      ))}
    </div>
  );
}
