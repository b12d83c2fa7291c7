import { idFrom, Malformed } from '@mainstay/event-sourcing';
import type { Table } from '@mainstay/tabular';
import { isDeepStrictEqual } from 'node:util';
import type { AccountDetails } from '../account/account.events';
import { code as codeRule } from '../fields';
import type { Mapping, Refusal } from './account-import.events';
import { type ImportField, importFields } from './import-fields';
import type { NamedPerson } from './people-by-name';
import { type ColumnReader, columnsOf, readFacts } from './read-facts';

/** An account as it stands, for the plan of an import. */
export interface PresentAccount extends Required<AccountDetails> {
  readonly id: string;
  readonly code: string;
  readonly archived: boolean;
}

export interface PlannedRow {
  readonly row: number;
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'create' | 'change' | 'unchanged';
  /** What the row says; on a change only what differs. */
  readonly facts: Partial<AccountDetails>;
  readonly before: Partial<AccountDetails>;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly refusals: readonly Refusal[];
  readonly ignoredColumns: readonly string[];
}

export interface Surroundings {
  readonly tenant: string;
  readonly accounts: readonly PresentAccount[];
  /** Divisions by code and by name, both in lower case. */
  readonly divisions: ReadonlyMap<string, string>;
  readonly people: readonly NamedPerson[];
}

/**
 * What an import would do, row by row. An empty cell leaves the fact as it is.
 * @throws Malformed where the mapping names columns that the file does not have
 */
export function planImport(table: Table, mapping: Mapping, surroundings: Surroundings): ImportPlan {
  const columns = columnsOf(table, assertMapping(table, mapping));
  const byId = new Map(surroundings.accounts.map((account) => [account.id, account]));
  const firstRows = new Map<string, number>();
  const planned: PlannedRow[] = [];
  const refusals: Refusal[] = [];
  for (const { number: row, cells } of table.rows) {
    const refuse = (field: ImportField, rule: string) =>
      void refusals.push({ row, column: mapping[field] ?? mapping.code ?? '', rule });
    if (cells.every((cell, index) => cell.trim() === table.headers[index])) {
      refuse('code', 'repeats the names of the columns.');
      continue;
    }
    const code = codeOf(columns, cells, byId);
    const named = codeRule.safeParse(code);
    if (!named.success) {
      refuse('code', code === '' ? 'names no account.' : `${named.error.issues[0]!.message}.`);
      continue;
    }
    const accountId = idFrom('account', surroundings.tenant, named.data);
    const first = firstRows.get(accountId);
    if (first !== undefined) {
      refuse('code', `names the account ${named.data} again; row ${first} does so first.`);
      continue;
    }
    firstRows.set(accountId, row);
    const id = columns.id?.cell(cells) ?? '';
    if (id !== '' && id !== accountId) {
      refuse('id', `is the id of another account than ${named.data}; a code cannot be changed.`);
      continue;
    }
    const present = byId.get(accountId);
    if (present?.archived) {
      refuse('code', `the account ${named.data} is archived; restore it first.`);
      continue;
    }
    const { facts, faults } = readFacts(columns, cells, present, surroundings);
    for (const { field, rule } of faults) refuse(field, rule);
    if (!present && !columns.name?.cell(cells)) {
      refuse('name', 'a new account needs a name.');
      continue;
    }
    if (faults.length > 0) continue;
    const differs = (Object.keys(facts) as (keyof AccountDetails)[]).filter(
      (field) => !present || !isDeepStrictEqual(facts[field], present[field]),
    );
    const pick = (from: Partial<AccountDetails>) => Object.fromEntries(differs.map((field) => [field, from[field]]));
    planned.push({
      row,
      accountId,
      code: named.data,
      name: facts.name ?? present!.name,
      kind: present ? (differs.length > 0 ? 'change' : 'unchanged') : 'create',
      facts: pick(facts),
      before: present ? pick(present) : {},
    });
  }
  const sound = withoutStrayParents(planned, byId, (row, rule) =>
    refusals.push({ row, column: mapping.parent ?? '', rule }),
  );
  const mapped = new Set(Object.values(mapping));
  return {
    rows: sound,
    refusals: refusals.sort((one, other) => one.row - other.row),
    ignoredColumns: table.headers.filter((header) => header !== '' && !mapped.has(header)),
  };
}

function assertMapping({ headers }: Table, mapping: Mapping): Mapping {
  for (const field of importFields) {
    const header = mapping[field];
    if (header === undefined) continue;
    if (!headers.includes(header)) {
      throw new Malformed('import.column-missing', `mapping: the file has no column "${header}" for ${field}.`);
    }
    if (headers.indexOf(header) !== headers.lastIndexOf(header)) {
      throw new Malformed('import.column-twice', `file: has the column "${header}" twice.`);
    }
  }
  if (mapping.code === undefined && mapping.id === undefined) {
    throw new Malformed('import.code-unmapped', 'mapping: say which column holds the code of the account.');
  }
  return mapping;
}

/** By its code; where the row has none, the id says whose it is. */
function codeOf(
  columns: Partial<Record<ImportField, ColumnReader>>,
  cells: readonly string[],
  byId: ReadonlyMap<string, PresentAccount>,
): string {
  return columns.code?.cell(cells) || (byId.get(columns.id?.cell(cells) ?? '')?.code ?? '');
}

/** A parent must be there, or come with the file, and nobody stands among the own parents. Refusals may cause refusals. */
function withoutStrayParents(
  planned: readonly PlannedRow[],
  byId: ReadonlyMap<string, PresentAccount>,
  refuse: (row: number, rule: string) => void,
): readonly PlannedRow[] {
  const parents = new Map([...byId].map(([id, { parentId }]) => [id, parentId]));
  for (const { accountId, facts, kind } of planned) {
    if (kind === 'create' || facts.parentId !== undefined) parents.set(accountId, facts.parentId ?? null);
  }
  const refused = new Set(
    planned.filter(({ accountId, facts, row }) => {
      if (!facts.parentId) return false;
      const fault = parentFault(accountId, parents);
      if (fault) refuse(row, fault);
      return fault !== undefined;
    }),
  );
  if (refused.size === 0) return planned;
  return withoutStrayParents(
    planned.filter((one) => !refused.has(one)),
    byId,
    refuse,
  );
}

function parentFault(accountId: string, parents: ReadonlyMap<string, string | null>): string | undefined {
  const met = new Set([accountId]);
  for (let above = parents.get(accountId); above; above = parents.get(above)) {
    if (!parents.has(above)) return 'there is no account with the code of the parent.';
    if (met.has(above)) return 'an account cannot stand among its own parents.';
    met.add(above);
  }
  return undefined;
}
