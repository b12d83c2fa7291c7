/** A sheet shows 12 % where it holds 0.12; only the format of the cell tells. */

/** Formats that every spreadsheet knows without being told: 0% and 0.00%. */
const KNOWN = ['9', '10'];

/**
 * Where the first sheet shows numbers in per cent, such as `C7`.
 * @param parts of the XLSX file by their names
 */
export function perCentCells(parts: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const styles = perCentStyles(text('xl/styles.xml'));
  if (styles.size === 0) return new Set();
  const cells = tags(text(firstSheet(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))), 'c');
  return new Set(
    [...cells].flatMap((cell) => (styles.has(attribute(cell, 's') ?? '0') ? (attribute(cell, 'r') ?? []) : [])),
  );
}

/** Numbers of the styles, as cells name them. */
function perCentStyles(xml: string): ReadonlySet<string> {
  const formats = [...tags(xml, 'numFmt')]
    .filter((format) => showsPerCent(attribute(format, 'formatCode') ?? ''))
    .map((format) => attribute(format, 'numFmtId'));
  const [, ofCells = ''] = /<(?:\w+:)?cellXfs\b([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml) ?? [];
  return new Set(
    [...tags(ofCells, 'xf')].flatMap((style, index) => {
      const format = attribute(style, 'numFmtId') ?? '';
      return KNOWN.includes(format) || formats.includes(format) ? String(index) : [];
    }),
  );
}

/** A sign within quotes, behind a backslash or a placeholder is only written beside the number. */
const showsPerCent = (formatCode: string) =>
  formatCode
    .replaceAll('&quot;', '"')
    .replace(/"[^"]*"|[\\_*]./g, '')
    .includes('%');

function firstSheet(workbook: string, relations: string): string {
  const [sheet = ''] = tags(workbook, 'sheet');
  const relation = [...tags(relations, 'Relationship')].find((tag) => attribute(tag, 'Id') === attribute(sheet, 'id'));
  const target = attribute(relation ?? '', 'Target') ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function* tags(xml: string, name: string): Generator<string> {
  for (const [tag] of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))) yield tag;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(["'])(.*?)\\1`).exec(tag)?.[2];
