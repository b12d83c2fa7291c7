/** Reads what people and other systems write into cells. */

/** How a column writes its numbers. */
export type DecimalMark = ',' | '.';

/**
 * Tells the decimal mark of a column by its cells: the last of two kinds of marks, or a mark that groups of three digits
 * do not explain. Without evidence marks group thousands: the facts are whole numbers.
 */
export function decimalMarkOf(cells: readonly string[]): DecimalMark | undefined {
  for (const cell of cells) {
    const digits = cell.replace(/[^\d.,]/g, '');
    const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
    if (last < 0) continue;
    const mark = digits[last] as DecimalMark;
    if (digits.includes(mark === ',' ? '.' : ',')) return mark;
    if (digits.indexOf(mark) === last && digits.length - last - 1 !== 3) return mark;
  }
  return undefined;
}

/** A number in whole units; undefined where the cell says none, or writes it in another way than its column does. */
export function wholeNumberOf(cell: string, decimal: DecimalMark | undefined): number | undefined {
  const text = cell.replace(SPACES, '').replace(/^(?:[A-Z]{3}|[€$£])|(?:[A-Z]{3}|[€$£])$/g, '');
  const plain = ungrouped(text, decimal ? [decimal === ',' ? '.' : ','] : ['.', ',']);
  if (plain === undefined) return undefined;
  const number = decimal === ',' ? plain.replace(',', '.') : plain;
  return /^[+-]?\d+(\.\d*)?(e\+?\d+)?$/i.test(number) ? Math.round(Number(number)) : undefined;
}

/**
 * Per cent as the cell writes it, 12.5 for `12,5 %`; undefined where it says none. A rate is seldom in the thousands, so
 * a mark of which the column does not tell what it is divides decimals here.
 */
export function perCentOf(cell: string, decimal: DecimalMark | undefined): number | undefined {
  const text = cell.replace(SPACES, '').replace(/%$/, '');
  const plain = ungrouped(text, decimal ? [decimal === ',' ? '.' : ','] : []);
  const number = plain?.replace(/^[\u2212\u2013]/, '-').replace(',', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(number ?? '') ? Number(number) : undefined;
}

const SPACES = /[\s\u00a0\u202f'’]/g;

/**
 * Without the marks that group thousands; undefined where a mark groups nothing: `1.5` below `1.234,50` is not fifteen.
 * Groups are of three digits, before the last one also of two (lakh).
 */
function ungrouped(text: string, marks: readonly DecimalMark[]): string | undefined {
  const mark = marks.find((one) => text.includes(one));
  if (mark === undefined) return text;
  const grouped = new RegExp(`^[^\\d]?\\d{1,3}(?:[${mark}]\\d{2,3})*[${mark}]\\d{3}(?!\\d)`).exec(text)?.[0];
  if (grouped === undefined || text.slice(grouped.length).includes(mark)) return undefined;
  return text.replaceAll(mark, '');
}

const parts = (cell: string, marks: RegExp) =>
  cell
    .split(marks)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const sitesIn = (cell: string): string[] => parts(cell, /[;|\r\n]+/);

let names: ReadonlyMap<string, string> | undefined;

/** Countries by their names in the languages of the product. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const spoken = ['en', 'de', 'fr'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  names = new Map(
    letters.flatMap((first) =>
      letters.flatMap((second) => {
        const code = first + second;
        // Codes of countries that are called otherwise today stand for another one.
        if (new Intl.Locale(`und-${code}`).region !== code) return [];
        return spoken.map((language) => [language.of(code)!.toLowerCase(), code] as const);
      }),
    ),
  );
  return names;
}

/** A code that is written for another one is that one, as UK is GB, so that a country stands once in every figure. */
const countryOf = (code: string) => new Intl.Locale(`und-${code}`).region ?? code;

/**
 * Codes of two letters or names, several divided by spaces, commas, semicolons or strokes; what is neither stays as it is.
 * @param present codes that stay as they are, because the account has them
 */
export const countriesIn = (cell: string, present: readonly string[] = []): string[] =>
  parts(cell, /[,;|/\r\n]+/).flatMap((part) => {
    const words = part.split(/\s+/);
    if (words.every((word) => /^[a-z]{2}$/i.test(word))) {
      return words.map((word) => word.toUpperCase()).map((code) => (present.includes(code) ? code : countryOf(code)));
    }
    return [countryNames().get(part.toLowerCase()) ?? part];
  });

/** Codes hold no space; a name may. */
export function divisionsIn(
  cell: string,
  ids: ReadonlyMap<string, string>,
): { readonly ids: string[]; readonly unknown: string[] } {
  const whole = ids.get(cell.trim().toLowerCase());
  if (whole) return { ids: [whole], unknown: [] };
  const found = parts(cell, /[,;|\r\n]+/).flatMap((part) =>
    ids.has(part.toLowerCase()) ? [part] : part.split(/\s+/).filter(Boolean),
  );
  return {
    ids: found.flatMap((part) => ids.get(part.toLowerCase()) ?? []),
    unknown: found.filter((part) => !ids.has(part.toLowerCase())),
  };
}
