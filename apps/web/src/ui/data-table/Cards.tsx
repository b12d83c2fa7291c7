import type { ReactNode } from 'react';
import { cellContent, type Column } from './column';
import classes from './DataTable.module.css';
import { type Opens, RowOpener } from './RowOpener';
import { PickRow, type Selection } from './Selection';

interface CardsProps<Row> extends Opens<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  footer?: ReactNode;
  selection?: Selection;
}

/** The rows of a table on a phone. */
export function Cards<Row>({ caption, columns, rows, rowKey, footer, selection, to, onOpen }: CardsProps<Row>) {
  const [title, ...others] = columns;
  if (!title) return null;
  return (
    <>
      <ul className={classes['cards']} aria-label={caption}>
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <div className={classes['cardTitle']}>
              {selection && <PickRow selection={selection} id={rowKey(row)} name={String(title.value(row) ?? '')} />}
              <RowOpener row={row} to={to} onOpen={onOpen}>
                {cellContent(title, row)}
              </RowOpener>
            </div>
            <dl>
              {others
                .filter(({ hideOnPhone }) => !hideOnPhone)
                .map((column) => (
                  <div key={column.id}>
                    <dt>{column.header}</dt>
                    <dd>{cellContent(column, row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      {footer}
    </>
  );
}
