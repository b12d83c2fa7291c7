import { CsvError, parse } from 'csv-parse/sync';
import { decode } from 'iconv-lite';
import { type Table, type TableLimits, tableOf, tooLarge, unreadable } from './table';

export function readCsv(bytes: Buffer, limits: TableLimits): Table {
  const text = textOf(bytes);
  if (text.includes('\0')) throw unreadable('is neither an XLSX file nor text with columns.');
  // The line goes and its break stays, so that rows are counted as a spreadsheet counts the lines of the file.
  const lines = rowsOf(text.replace(SAYS_ITS_SEPARATOR, ''), limits, delimiterOf(text));
  return tableOf(
    lines.map((cells, index) => ({ number: index + 1, cells })),
    limits,
  );
}

/** UTF-8 and UTF-16 by their marks; else UTF-8 where the bytes allow it, UTF-16 by its zeroes, Windows-1252 at last. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf16-le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf16-be');
  const first = bytes.subarray(0, 200);
  const zeroes = (odd: number) => first.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeroes(1) > first.length / 4) return decode(bytes, 'utf16-le');
  if (zeroes(0) > first.length / 4) return decode(bytes, 'utf16-be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'windows-1252');
  }
}

/** The line before the header by which a file tells a spreadsheet what separates its cells. */
const SAYS_ITS_SEPARATOR = /^\uFEFF?"?sep=([,;\t|])"?[,;\t|]*(?=\r|\n)/i;

/** What the file says itself, else the separator that stands most often in the header, outside quotes. */
export function delimiterOf(text: string): string {
  const said = SAYS_ITS_SEPARATOR.exec(text)?.[1];
  if (said) return said;
  const header = /^(?:\s*\n)*((?:[^"\r\n]|"(?:[^"]|"")*")*)/.exec(text)![1]!.replace(/"(?:[^"]|"")*"/g, '');
  const often = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (often(next) > often(best) ? next : best));
}

function rowsOf(text: string, limits: TableLimits, delimiter: string): string[][] {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: (limits.cellLength + 3) * limits.columns,
      // One row too many is enough to refuse the file; the rest need not be read.
      to: limits.rows + 2,
    });
    if (rows.length > limits.rows + 1) throw tooLarge.rows(limits);
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge.cell(limits, Number(error.lines));
    throw unreadable(`row ${Number(error.records) + 1} has a quote that is not closed, or text after one.`);
  }
}
