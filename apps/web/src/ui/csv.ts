import { saveFile } from '~/api/save-file';
import { csvCell } from './csv-cell';
import type { Column } from './data-table/column';

/** Saves rows as CSV: UTF-8 with a mark that spreadsheets know, formulas set off so that none runs. */
export function saveCsv<Row>(fileName: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  const text = lines.map((line) => line.map(csvCell).join(',')).join('\r\n');
  saveFile(fileName, new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' }));
}
