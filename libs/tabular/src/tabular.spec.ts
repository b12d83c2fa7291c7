import { deflateRawSync } from 'node:zlib';
import { text as collected } from 'node:stream/consumers';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import { csvStream, readTable, withoutApostrophe, writeXlsx } from '.';

const read = (text: string | Buffer, limits = {}) => readTable(Buffer.from(text), { limits });
const rows = async (text: string | Buffer) => (await read(text)).rows.map(({ cells }) => cells);

describe('reading CSV', () => {
  it.each([
    ['UTF-8', Buffer.from('Name,Note\r\nInês,größer\r\n')],
    ['UTF-8 with BOM', Buffer.from('\uFEFFName,Note\r\nInês,größer\r\n')],
    ['UTF-16 LE with BOM', encode('Name\tNote\nInês\tgrößer', 'utf16-le', { addBOM: true })],
    ['UTF-16 BE with BOM', encode('Name\tNote\nInês\tgrößer', 'utf16-be', { addBOM: true })],
    ['UTF-16 LE without a mark', encode('Name;Note\nInês;größer', 'utf16-le')],
    ['UTF-16 BE without a mark', encode('Name;Note\nInês;größer', 'utf16-be')],
    ['Windows-1252', encode('Name;Note\nInês;größer', 'windows-1252')],
  ])('understands %s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual({
      headers: ['Name', 'Note'],
      rows: [{ number: 2, cells: ['Inês', 'größer'] }],
    });
  });

  it('keeps line breaks, separators and quotes inside quotes', async () => {
    expect(await rows('a;b\n"one\ntwo; three";"say ""so"""')).toEqual([['one\ntwo; three', 'say "so"']]);
  });

  it('finds the separator in the header, not in what is quoted there', async () => {
    expect((await read('"a,b,c";d\n1;2')).headers).toEqual(['a,b,c', 'd']);
  });

  it('goes by the separator that the file itself names in its first line', async () => {
    expect(await read('sep=;\r\na;b, c, d\r\n1;2\r\n')).toEqual({
      headers: ['a', 'b, c, d'],
      rows: [{ number: 3, cells: ['1', '2'] }],
    });
  });

  it('counts rows as a spreadsheet does, leaves blank ones out, and fills short ones up', async () => {
    expect((await read('\na,b\n\n1\n,,\n2,3\n')).rows).toEqual([
      { number: 4, cells: ['1', ''] },
      { number: 6, cells: ['2', '3'] },
    ]);
  });

  it.each([
    ['a,b\n1,2,3', 'row 2 has more cells than there are column names'],
    ['a,b\n1,"2', 'quote that is not closed'],
    ['  \n \n', 'holds no rows'],
    ['', 'is empty'],
    ['some\0bytes', 'neither an XLSX file nor text'],
  ])('refuses %j with one sentence', async (text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });
});

describe('limits', () => {
  it('on rows, columns and cells are refused, not cut', async () => {
    await expect(read('a\n1\n2\n3', { rows: 2 })).rejects.toThrow('more than 2 rows');
    await expect(read('a,b,c\n1', { columns: 2 })).rejects.toThrow('more than 2 columns');
    await expect(read('a,b\n1,23456', { cellLength: 4 })).rejects.toThrow('a cell in row 2');
    expect((await read('a\n1\n2', { rows: 2 })).rows).toHaveLength(2);
  });

  it('hold for a sheet too', async () => {
    const sheet = await writeXlsx('S', { a: (n: number) => n, b: String }, [1, 2, 3]);
    await expect(read(sheet, { rows: 2 })).rejects.toThrow('more than 2 rows');
    await expect(read(sheet, { columns: 1 })).rejects.toThrow('more than 1 columns');
    await expect(read(sheet, { unpackedBytes: 100 })).rejects.toThrow('unpacks to more than');
  });

  it('are not got round by a zip that says it is small', async () => {
    const bomb = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(5_000_000, 32) }, 10);
    expect(bomb.length).toBeLessThan(20_000);
    await expect(read(bomb, { unpackedBytes: 1_000_000 })).rejects.toThrow('unpacks to more than 1 MB');
  });

  it('are not got round by one cell at the far end of a sheet', async () => {
    const sheet = (cell: string) => zip({ 'xl/worksheets/sheet1.xml': Buffer.from(cell) });
    await expect(read(sheet('<c r="XFD1"/>'))).rejects.toThrow('columns');
    await expect(read(sheet("<row r = '1048576'/>"))).rejects.toThrow('rows');
    await expect(read(sheet('<c r="&#65;1"/>'))).rejects.toThrow('damaged');
  });
});

describe('reading XLSX', () => {
  it('gives dates as ISO dates, moments in UTC, numbers and texts as they are', async () => {
    const columns = {
      Day: () => '2025-03-01',
      Moment: () => new Date('2025-03-01T14:30:00Z'),
      Number: () => 2.5,
      Yes: () => true,
      Text: () => ' 007 ',
      Nothing: () => null,
      Last: () => 'x',
    };
    expect(await readTable(await writeXlsx('Sheet', columns, [1]))).toEqual({
      headers: Object.keys(columns),
      rows: [{ number: 2, cells: ['2025-03-01', '2025-03-01T14:30:00.000Z', '2.5', 'true', ' 007 ', '', 'x'] }],
    });
  });

  it('reads what a cell shows in per cent, not the fraction that it holds', async () => {
    const cell = (value: number, format?: string) => ({ value, type: Number, format });
    const sheet = await writeExcelFile([
      [{ value: 'Growth' }, { value: 'Note' }],
      [cell(0.12, '0%'), cell(0.12)],
      [cell(0.07, '0.0%'), cell(-0.0325, '0.00%;[Red]-0.00%')],
      [cell(0.5, '0.0" % of it"'), cell(12)],
    ]).toBuffer();
    expect(await rows(sheet)).toEqual([
      ['12%', '0.12'],
      ['7%', '-3.25%'],
      ['0.5', '12'],
    ]);
  });

  it('knows the formats that a spreadsheet need not tell, wherever in the first sheet they stand', async () => {
    const text = (place: string) => `<c r="${place}" t="inlineStr"><is><t>${place}</t></is></c>`;
    const numbers = `<row r="4"><c r="B4" s="1"><v>0.12</v></c><c s='2' r='AA4'><v>1.5</v></c></row>`;
    const sheets = '<sheet name="S" sheetId="7" r:id="rId9"/><sheet name="T" sheetId="1" r:id="rId1"/>';
    const formats = '<xf numFmtId="0"/><xf numFmtId="9"><alignment/></xf><xf numFmtId="10"/>';
    const book = zip({
      'xl/workbook.xml': Buffer.from(`<workbook><sheets>${sheets}</sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId9', 'worksheet', '/xl/worksheets/other.xml')}</Relationships>`,
      ),
      'xl/styles.xml': Buffer.from(
        `<styleSheet><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`,
      ),
      'xl/worksheets/sheet1.xml': Buffer.from('<worksheet><sheetData/></worksheet>'),
      'xl/worksheets/other.xml': Buffer.from(
        `<worksheet><sheetData><row r="2">${text('B2')}${text('AA2')}</row>${numbers}</sheetData></worksheet>`,
      ),
    });
    const [row] = (await read(book)).rows;
    expect(row!.number).toBe(4);
    expect([row!.cells[1], row!.cells[26]]).toEqual(['12%', '150%']);
  });

  it.each([
    ['a file cut short', (sheet: Buffer) => sheet.subarray(0, sheet.length / 2)],
    ['a zip of something else', () => zip({ 'readme.xml': Buffer.from('<a/>') })],
    ['the old format', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
  ])('refuses %s with one sentence', async (_, spoilt) => {
    const sheet = await writeXlsx('S', { a: String }, [1]);
    await expect(read(spoilt(sheet))).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/^file: .*\.$/) as string,
    });
  });

  it('is not misled by a name', async () => {
    await expect(readTable(Buffer.from('%PDF-1.7'), { fileName: 'answers.xlsx' })).rejects.toThrow('whatever its name');
  });
});

describe('writing', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '+x',
      '-1',
      '@a',
      "'=x",
      '007',
      '2025-03-01',
      '2025-13-41',
      'a\nb',
      ' x ',
      'say "so"; a, b',
      '_x0041_',
      '<&>',
    ),
  );
  const table = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 10 });
  const columns = { One: ([one]: [string, string]) => one, Two: ([, two]: [string, string]) => two };
  const said = (cells: readonly (readonly string[])[]) => cells.filter((row) => row.some((cell) => cell.trim() !== ''));
  const kept = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

  it('and reading back gives the same texts: XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (written) => {
        const back = await readTable(await writeXlsx('Sheet', columns, written));
        expect(said(back.rows.map(({ cells }) => cells.map(kept)))).toEqual(said(written.map((row) => row.map(kept))));
      }),
      { numRuns: 60 },
    );
  });

  it('and reading back gives the same texts: CSV', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (written) => {
        const back = await readTable(Buffer.from(await collected(csvStream(columns, written))));
        const texts = back.rows.map(({ cells }) => cells.map((cell) => withoutApostrophe(cell)));
        expect(said(texts)).toEqual(said(written.map((row) => row.map(withoutApostrophe))));
      }),
      { numRuns: 60 },
    );
  });

  it('never writes a formula', async () => {
    const sheet = await writeXlsx('Sheet', { a: (text: string) => text }, ['=HYPERLINK("http://x")', '+1', '@x']);
    const parts = unzipped(sheet);
    expect(parts).not.toContain('<f>');
    expect(parts).toContain('HYPERLINK');
    expect(await collected(csvStream({ a: String }, ['=1+1']))).toBe("a\n'=1+1\n");
  });
});

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** A zip of its own making, to say of itself what is not true. */
function zip(parts: Record<string, Buffer>, saidSize?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(saidSize ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** Everything that is packed in it, as one text. */
function unzipped(sheet: Buffer): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what the writer itself packs with; no types needed here
  const { unzipSync } = require('fflate') as { unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array> };
  return Object.values(unzipSync(sheet))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}
