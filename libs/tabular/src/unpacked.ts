import { inflateRawSync } from 'node:zlib';
import { type TableLimits, tooLarge, unreadable } from './table';

/**
 * Refuses what would harm the reader before the reader sees it. A small zip can unpack to gigabytes, and a cell that says
 * it is at XFD1048576 makes a sheet of seventeen milliard empty ones; the sizes that a zip tells of itself prove nothing,
 * so that each part is unpacked as far as is allowed.
 * @returns the parts that a sheet is made of, by their names
 */
export function unpackedWithin(zip: Buffer, limits: TableLimits): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = limits.unpackedBytes;
  for (const entry of entriesOf(zip)) {
    if (!/\.(xml|rels)$/.test(entry.name)) continue;
    if (entry.size > left) throw tooLarge.unpacked(limits);
    const content = contentOf(zip, entry, left, limits);
    left -= content.length;
    if (/worksheets\//.test(entry.name)) assertCellsWithin(content.toString('utf8'), limits);
    parts.set(entry.name, content);
  }
  return parts;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The parts by the directory at the end of the file, which is what the reader goes by too. */
function* entriesOf(zip: Buffer): Generator<Entry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) throw broken();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) throw broken();
    const nameLength = zip.readUInt16LE(at + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function contentOf(zip: Buffer, { method, packed, offset }: Entry, left: number, limits: TableLimits): Buffer {
  if (offset + 30 > zip.length) throw broken();
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  if (method === 0) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge.unpacked(limits) : broken();
  }
}

const broken = () => unreadable('cannot be read as an XLSX file (it is damaged or incomplete).');

/** Rows and cells say where they stand: `r="7"`, `r="C7"`. */
function assertCellsWithin(sheet: string, limits: TableLimits): void {
  for (const [, , place] of sheet.matchAll(/\sr\s*=\s*(["'])(.*?)\1/g)) {
    const [, letters, row] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(place!) ?? [];
    if (row === undefined) throw broken();
    if (Number(row) > limits.rows + 1) throw tooLarge.rows(limits);
    if (columnNumber(letters!) > limits.columns) throw tooLarge.columns(limits);
  }
}

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
