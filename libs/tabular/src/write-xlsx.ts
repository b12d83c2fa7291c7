import writeExcelFile, { type Cell } from 'write-excel-file/node';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type CellValue = string | number | boolean | Date | null | undefined;
/** Heading to what stands below it. A string that is an ISO date becomes a date of the spreadsheet. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => CellValue>>;

/**
 * One sheet with a bold heading that stays in view. Text is written as text, never as a formula, whatever it begins with.
 * @param sheetName at most 31 characters, without []:*?/\
 */
export async function writeXlsx<Row>(
  sheetName: string,
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<Buffer> {
  const headings = Object.keys(columns);
  const values = Object.values(columns);
  const widths = headings.map((heading) => heading.length + 2);
  const data: Cell[][] = [headings.map((value) => ({ value, type: String, fontWeight: 'bold' }))];
  for await (const row of rows) {
    const cells = values.map((value) => cellOf(value(row)));
    cells.forEach((cell, index) => {
      if (typeof cell?.value === 'string')
        widths[index] = Math.min(60, Math.max(widths[index]!, cell.value.length + 2));
      else widths[index] = Math.max(widths[index]!, 12);
    });
    data.push(cells);
  }
  const options = { sheet: sheetName, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) };
  return writeExcelFile(data, options).toBuffer();
}

function cellOf(value: CellValue) {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm' } as const;
  if (typeof value === 'number') return { value, type: Number } as const;
  if (typeof value === 'boolean') return { value, type: Boolean } as const;
  const date = isoDate.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date?.toJSON()?.startsWith(value)) return { value: date, type: Date, format: 'yyyy-mm-dd' } as const;
  return { value: escaped(value), type: String, wrap: value.includes('\n') } as const;
}

const isoDate = /^(19|20)\d\d-\d\d-\d\d$/;

/** In the manner of the format, _x000D_ for a carriage return: what XML cannot hold, and what would be read as such. */
const escaped = (text: string) => {
  // The writer looks its texts up in a plain object, where it would find what every object has: valueOf, __proto__.
  if (text in Object.prototype) return `${code(text[0]!)}${text.slice(1)}`;
  return text.replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[0-9a-f]{4}_)/giu, code);
};

const code = (character: string) =>
  character
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
