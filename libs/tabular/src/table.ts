import { Malformed } from '@mainstay/event-sourcing';

/** A sheet as text: the first row that says anything names the columns. */
export interface Table {
  readonly headers: readonly string[];
  /** Rows that say anything, each with its number in the file as a spreadsheet counts (from 1, the header included). */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly number: number;
  /**
   * As many as there are headers; an empty cell is ''. Dates are 'YYYY-MM-DD', moments ISO 8601 in UTC; what a sheet
   * shows in per cent is told so, '12%' for a cell that holds 0.12.
   */
  readonly cells: readonly string[];
}

export interface TableLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell; 32,767 is what a spreadsheet itself can hold. */
  readonly cellLength: number;
  /** What a zipped file may unpack to. */
  readonly unpackedBytes: number;
}

export const usualLimits: TableLimits = {
  rows: 10_000,
  columns: 100,
  cellLength: 32_767,
  unpackedBytes: 50_000_000,
};

const count = (n: number) => n.toLocaleString('en-GB');

export const unreadable = (why: string) => new Malformed('table.unreadable', `file: ${why}`);

export const tooLarge = {
  rows: ({ rows }: TableLimits) =>
    new Malformed('table.too-large', `file: has more than ${count(rows)} rows, which is the most that can be read.`),
  columns: ({ columns }: TableLimits) =>
    new Malformed(
      'table.too-large',
      `file: has more than ${count(columns)} columns, which is the most that can be read.`,
    ),
  cell: ({ cellLength }: TableLimits, row: number) =>
    new Malformed(
      'table.too-large',
      `file: a cell in row ${row} has more than ${count(cellLength)} characters, which is the most that can be read.`,
    ),
  unpacked: ({ unpackedBytes }: TableLimits) =>
    new Malformed(
      'table.too-large',
      `file: unpacks to more than ${count(unpackedBytes / 1_000_000)} MB, which is the most that can be read.`,
    ),
};

/** Rows as they came, with their numbers, become a table: blank rows are left out, the first other one is the header. */
export function tableOf(numbered: readonly { number: number; cells: readonly string[] }[], limits: TableLimits): Table {
  const [header, ...rows] = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!header) throw unreadable('holds no rows.');
  const width = widthOf(header.cells);
  if (width > limits.columns) throw tooLarge.columns(limits);
  if (rows.length > limits.rows) throw tooLarge.rows(limits);
  return {
    headers: header.cells.slice(0, width).map((name) => name.trim()),
    rows: rows.map(({ number, cells }) => {
      if (widthOf(cells) > width) {
        throw unreadable(`row ${number} has more cells than there are column names; check its separators and quotes.`);
      }
      if (cells.some((cell) => cell.length > limits.cellLength)) throw tooLarge.cell(limits, number);
      return { number, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') };
    }),
  };
}

const widthOf = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
