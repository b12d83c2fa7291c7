import { inflateSync } from 'node:zlib';

/**
 * The words of each page of a PDF, read back through the fonts' own tables from glyph to letter: what a person could
 * select and copy. Enough for what the report writes, not for any PDF.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = new Map<string, Map<number, string>>();
    const resources = objects.get(referenceIn(dictionary, 'Resources'))!.dictionary;
    for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = referenceIn(objects.get(Number(id))!.dictionary, 'ToUnicode');
      fonts.set(name!, lettersOf(objects.get(unicode)!.stream));
    }
    return wordsOf(objects.get(referenceIn(dictionary, 'Contents'))!.stream, fonts);
  });
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const streamAt = text.indexOf('stream\n', start);
    const end = text.indexOf('endobj', start);
    if (streamAt < 0 || streamAt > end) {
      found.set(Number(match[1]), { dictionary: text.slice(start, end), stream: '' });
      continue;
    }
    const dictionary = text.slice(start, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
    const bytes = pdf.subarray(streamAt + 7, streamAt + 7 + length);
    const stream = /FlateDecode/.test(dictionary) ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
    found.set(Number(match[1]), { dictionary, stream });
  }
  return found;
}

const referenceIn = (dictionary: string, name: string) =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]);

/** `<0001> <00FF> [<0041> <0042> ...]` as the table is written: a range, and the letters of each glyph in it. */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], index) => {
      const bytes = Buffer.from(hex!.replaceAll(' ', ''), 'hex');
      letters.set(parseInt(from!, 16) + index, bytes.swap16().toString('utf16le'));
    });
  }
  return letters;
}

/** Every run of text in the order it is drawn, with a space between runs. */
function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  const runs: string[] = [];
  for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    else {
      const hex = [...glyphs!.matchAll(/<([0-9a-f]+)>/gi)].map(([, part]) => part).join('');
      runs.push((hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '').join(''));
    }
  }
  return runs.join(' ').replace(/\s+/g, ' ');
}
