import { idFrom } from '@mainstay/event-sourcing';
import { type Table, withoutApostrophe } from '@mainstay/tabular';
import { changeAccountDetailsBody } from '../account/account.commands';
import type { AccountDetails } from '../account/account.events';
import { code as codeRule } from '../fields';
import type { Mapping } from './account-import.events';
import { type ImportField, importFields } from './import-fields';
import { personNamed } from './people-by-name';
import type { PresentAccount, Surroundings } from './plan-import';
import {
  countriesIn,
  type DecimalMark,
  decimalMarkOf,
  divisionsIn,
  perCentOf,
  sitesIn,
  wholeNumberOf,
} from './read-cells';

export interface ColumnReader {
  readonly cell: (cells: readonly string[]) => string;
  /** Of a column of numbers. */
  readonly decimal?: DecimalMark;
}
type Columns = Partial<Record<ImportField, ColumnReader>>;

export function columnsOf({ headers, rows }: Table, mapping: Mapping): Columns {
  return Object.fromEntries(
    importFields.flatMap((field) => {
      const header = mapping[field];
      if (header === undefined) return [];
      const index = headers.indexOf(header);
      const numbers = field === 'spend' || field === 'potential' || field === 'growth';
      const decimal = numbers ? decimalMarkOf(rows.map(({ cells }) => cells[index]!)) : undefined;
      return [[field, { cell: (cells: readonly string[]) => cells[index]!.trim(), decimal }]];
    }),
  );
}

/** Facts of the account by the field of the file that says them. */
const factOf = { divisions: 'divisionIds', parent: 'parentId' } as const;
const fieldOf = (fact: string): ImportField =>
  fact === 'divisionIds' ? 'divisions' : fact === 'parentId' ? 'parent' : (fact as ImportField);

interface Read {
  readonly facts: Partial<AccountDetails>;
  readonly faults: readonly { readonly field: ImportField; readonly rule: string }[];
}

/** What the cells of a row say, by the very rules of changing an account. */
export function readFacts(
  columns: Columns,
  cells: readonly string[],
  present: PresentAccount | undefined,
  { tenant, divisions, people }: Surroundings,
): Read {
  const said: Record<string, unknown> = {};
  const faults: { field: ImportField; rule: string }[] = [];
  for (const field of importFields) {
    if (field === 'code' || field === 'id') continue;
    const cell = columns[field]?.cell(cells) ?? '';
    if (cell === '') continue;
    const fact = field in factOf ? factOf[field as keyof typeof factOf] : field;
    const now = present?.[fact as keyof AccountDetails];
    // A text that only looks set off for a spreadsheet, and stands so in the account, is that text.
    const text = cell === now ? cell : withoutApostrophe(cell).trim();
    switch (field) {
      case 'spend':
      case 'potential':
      case 'growth': {
        const numberOf = field === 'growth' ? perCentOf : wholeNumberOf;
        const number = numberOf(text, columns[field]!.decimal);
        if (number === undefined) faults.push({ field, rule: numberFault(text, columns[field]!.decimal) });
        else said[fact] = number;
        break;
      }
      case 'countries':
        said[fact] = countriesIn(text, present?.countries);
        break;
      case 'sites':
        said[fact] = sitesIn(text);
        break;
      case 'divisions': {
        const { ids, unknown } = divisionsIn(text, divisions);
        if (unknown.length > 0) faults.push({ field, rule: `the enterprise has no division ${unknown.join(', ')}.` });
        else said[fact] = ids;
        break;
      }
      case 'parent': {
        const code = codeRule.safeParse(text);
        if (code.success) said[fact] = idFrom('account', tenant, code.data);
        else faults.push({ field, rule: `${code.error.issues[0]!.message}.` });
        break;
      }
      case 'leadId':
      case 'sponsorId': {
        // Whoever is there already may have left the register of people.
        const person = text === now ? { id: text } : personNamed(text, people);
        if (!person) faults.push({ field, rule: `there is nobody called "${text.slice(0, 60)}".` });
        else if ('several' in person) {
          faults.push({
            field,
            rule: `${person.several} people are called "${text.slice(0, 60)}"; write the e-mail address or the id.`,
          });
        } else said[fact] = person.id;
        break;
      }
      case 'name':
      case 'industry':
      case 'crmId':
      case 'duns':
      case 'vat':
        said[fact] = text;
    }
  }
  const read = changeAccountDetailsBody.safeParse(said);
  if (read.success) return { facts: read.data as Partial<AccountDetails>, faults };
  return {
    facts: {},
    faults: [
      ...faults,
      // The first that is wrong with a cell says enough.
      ...read.error.issues
        .filter(({ path }, index, all) => all.findIndex((other) => other.path[0] === path[0]) === index)
        .map(({ path, message }) => ({ field: fieldOf(String(path[0])), rule: `${message}.` })),
    ],
  };
}

function numberFault(text: string, decimal: DecimalMark | undefined): string {
  const fault = `must be a number, which "${text.slice(0, 40)}" is not`;
  const other = decimal === ',' ? '.' : ',';
  if (!decimal || !/\d/.test(text) || !text.includes(other)) return `${fault}.`;
  return `${fault} in a column that writes decimals with a ${decimal === ',' ? 'comma' : 'point'}.`;
}
