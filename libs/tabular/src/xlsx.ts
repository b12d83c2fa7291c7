import { readSheet } from 'read-excel-file/universal';
import { type Table, type TableLimits, tableOf, unreadable } from './table';
import { assertWithinLimits } from './unpacked';

export async function readXlsx(bytes: Buffer, limits: TableLimits): Promise<Table> {
  assertWithinLimits(bytes, limits);
  const rows = await readSheet(new Uint8Array(bytes).buffer, { trim: false }).catch((error: Error) => {
    throw unreadable(`cannot be read as an XLSX file (${error.message}).`);
  });
  return tableOf(
    rows.map((cells, index) => ({ number: index + 1, cells: cells.map(text) })),
    limits,
  );
}

function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const moment = cell.toISOString();
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment;
}
