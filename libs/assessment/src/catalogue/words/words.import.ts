import { Malformed, Refused } from '@mainstay/event-sourcing';
import { type Table, withoutApostrophe } from '@mainstay/tabular';
import { catalogueItemsOf, changesOf, putWords, type PutWordsBody, spokenOf, type Words } from './words';
import { wordsOfItem } from './words.requests';
import type { WordsEvent } from './words.events';

const columns = ['label', 'help', 'guidance'] as const;
type Column = (typeof columns)[number];

/** A file in the form of the export: what it says of each item, in the columns that it has. */
export interface WordsSheet {
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly row: number;
    readonly id: string;
    readonly said: Partial<Record<Column, string>>;
  }[];
}

export interface ImportWordsBody {
  readonly kind: string;
  readonly language: string;
  readonly sheet: WordsSheet;
  readonly reason: string;
}

export interface Refusal {
  /** As a spreadsheet counts, the header included. */
  readonly row: number;
  readonly column: string;
  readonly rule: string;
}

/** @throws Malformed when the columns that say which item, and what of it, are missing */
export function wordsSheetOf({ headers, rows }: Table): WordsSheet {
  const names = headers.map((header) => header.trim().toLowerCase());
  const present = columns.filter((column) => names.includes(column));
  if (!names.includes('item') || present.length === 0) {
    throw new Malformed(
      'words.columns',
      'file: needs a column “item” and at least one of “label”, “help”, “guidance”.',
    );
  }
  const cell = (cells: readonly string[], name: string) => withoutApostrophe(cells[names.indexOf(name)] ?? '').trim();
  return {
    columns: present,
    rows: rows.map(({ number, cells }) => ({
      row: number,
      id: cell(cells, 'item'),
      said: Object.fromEntries(present.map((column) => [column, cell(cells, column)])),
    })),
  };
}

/** What an import would do: the changes, and each row that cannot be taken with the rule it breaks. */
export function readWords(state: Words, { kind, language, sheet }: Omit<ImportWordsBody, 'reason'>) {
  const known = catalogueItemsOf(kind);
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  const items: PutWordsBody['items'][number][] = [];
  for (const { row, id, said } of sheet.rows) {
    if (!known.has(id)) refusals.push({ row, column: 'item', rule: `there is no item “${id}” in this catalogue` });
    else if (seen.has(id)) refusals.push({ row, column: 'item', rule: `“${id}” stands in an earlier row already` });
    seen.add(id);
    // A column that the file does not have leaves what it is about as it was.
    const read = wordsOfItem.safeParse({ ...spokenOf(state, language, id), id, ...said });
    if (read.success) items.push(read.data);
    else
      refusals.push(...read.error.issues.map(({ path, message }) => ({ row, column: String(path[0]), rule: message })));
  }
  const changes = refusals.length > 0 ? [] : changesOf(state, { kind, language, items });
  return { rows: sheet.rows.length, items, changes, refusals };
}

/** All of the file or nothing: one refused row refuses it. */
export function importWords(state: Words, body: ImportWordsBody): WordsEvent[] {
  const { items, refusals } = readWords(state, body);
  if (refusals.length > 0) {
    const n = new Set(refusals.map(({ row }) => row)).size;
    const rows = n === 1 ? 'one row was' : `${n} rows were`;
    throw new Refused('words.import-refused', `Nothing was imported, because ${rows} refused.`, { refusals });
  }
  return putWords(state, { ...body, items });
}
