import { readCsv } from './csv';
import { type Table, type TableLimits, unreadable, usualLimits } from './table';
import { readXlsx } from './xlsx';

export interface ReadOptions {
  /** Only what the person sees of the file; what it holds decides how it is read. */
  readonly fileName?: string;
  readonly limits?: Partial<TableLimits>;
}

/**
 * Reads the first sheet of an XLSX file, or a CSV file in whatever encoding and with whatever separator it has.
 * @throws Malformed with one sentence when the file is neither, or larger than the limits
 */
export async function readTable(bytes: Buffer, options: ReadOptions = {}): Promise<Table> {
  const limits = { ...usualLimits, ...options.limits };
  if (bytes.length === 0) throw unreadable('is empty.');
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, limits);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw unreadable('is in the old Excel format (.xls) or protected by a password; save it as .xlsx or CSV.');
  }
  if (/\.(xlsx|xlsm|ods|numbers|pdf|docx?)$/i.test(options.fileName ?? '')) {
    throw unreadable('is not an XLSX file, whatever its name says; send XLSX or CSV.');
  }
  return readCsv(bytes, limits);
}

const startsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, index) => bytes[index] === byte);
