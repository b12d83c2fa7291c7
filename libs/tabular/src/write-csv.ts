import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Columns } from './write-xlsx';

/**
 * UTF-8 with BOM, so that spreadsheets read the accents, written as the rows come from the database. Text that a
 * spreadsheet would take for a formula is set off with an apostrophe; `withoutApostrophe` takes it back.
 */
export function csvStream<Row>(columns: Columns<Row>, rows: AsyncIterable<Row> | Iterable<Row>): Readable {
  const csv = stringify({ header: true, columns: Object.keys(columns), bom: true, escape_formulas: true });
  // Either end that fails ends the other: half a file never looks whole, and rows that nobody waits for are not read.
  pipeline(Readable.from(records(rows, Object.values(columns))), csv, () => undefined);
  return csv;
}

async function* records<Row>(rows: AsyncIterable<Row> | Iterable<Row>, cells: ((row: Row) => unknown)[]) {
  for await (const row of rows) yield cells.map((cell) => cell(row) ?? '');
}
