import { readSheet } from 'read-excel-file/universal';
import { type Table, type TableLimits, tableOf, unreadable } from './table';
import { perCentCells } from './per-cent';
import { unpackedWithin } from './unpacked';

export async function readXlsx(bytes: Buffer, limits: TableLimits): Promise<Table> {
  const inPerCent = perCentCells(unpackedWithin(bytes, limits));
  const rows = await readSheet(new Uint8Array(bytes).buffer, { trim: false }).catch((error: Error) => {
    throw unreadable(`cannot be read as an XLSX file (${error.message}).`);
  });
  return tableOf(
    rows.map((cells, index) => ({
      number: index + 1,
      cells: cells.map((cell, column) => text(cell, inPerCent.has(`${lettersOf(column)}${index + 1}`))),
    })),
    limits,
  );
}

function text(cell: unknown, inPerCent: boolean): string {
  if (cell === null || cell === undefined) return '';
  // 0.07 times a hundred is not quite seven; fifteen digits are what a spreadsheet itself keeps.
  if (inPerCent && typeof cell === 'number') return `${Number((cell * 100).toPrecision(15))}%`;
  if (!(cell instanceof Date)) return String(cell);
  const moment = cell.toISOString();
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment;
}

/** 0 is A, 26 is AA. */
const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
