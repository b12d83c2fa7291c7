import { Malformed } from '@mainstay/event-sourcing';
import type { Table } from '@mainstay/tabular';
import { answerFields, answerHeadings } from './answer-cells';
import { answerColumns, sheetHeadings } from './answer-sheet';

const headings = { ...answerHeadings, ...sheetHeadings };
type Field = keyof typeof headings;

/** One row of an answers sheet: what stands in the columns that the file has. A column left out changes nothing. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

export interface AnswerSheet {
  readonly rows: readonly SheetRow[];
  /** Headings that are not of an answers sheet. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Finds the columns by their headings, in any order, capitals or not.
 * @throws Malformed where there is no action id, or a heading stands twice
 */
export function answerSheetOf({ headers, rows }: Table): AnswerSheet {
  const plain = headers.map((heading) => heading.toLowerCase());
  const columns = (Object.keys(headings) as Field[]).flatMap((field) => {
    const heading = headings[field].toLowerCase();
    const index = plain.indexOf(heading);
    if (plain.lastIndexOf(heading) !== index) {
      throw new Malformed('import.column-twice', `file: has the column "${headings[field]}" twice.`);
    }
    return index < 0 ? [] : [{ field, index }];
  });
  if (!columns.some(({ field }) => field === 'actionId')) {
    throw new Malformed('import.column-missing', `file: has no column "${headings.actionId}".`);
  }
  if (!columns.some(({ field }) => (answerFields as string[]).includes(field))) {
    throw new Malformed(
      'import.column-missing',
      `file: has no column that says an answer, such as "${headings.score}".`,
    );
  }
  const known = new Set(Object.keys(answerColumns).map((heading) => heading.toLowerCase()));
  return {
    ignoredColumns: headers.filter((heading) => heading !== '' && !known.has(heading.toLowerCase())),
    rows: rows.map(({ number, cells }) => ({
      row: number,
      cells: Object.fromEntries(columns.map(({ field, index }) => [field, cells[index]!])),
    })),
  };
}
