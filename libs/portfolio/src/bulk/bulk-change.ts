import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AccountDetails } from '../account/account.events';
import type { PlannedRow, PresentAccount } from '../import/plan-import';
import type { Refusal } from '../import/account-import.events';

/** One change of many accounts: a value for all, or entries added to lists and taken off them. */

const list = z
  .object({ add: z.array(z.string()).optional(), remove: z.array(z.string()).optional() })
  .describe('Entries that each account has afterwards, and entries that none has');

export const bulkChange = z.object({
  leadId: z.string().nullable().optional(),
  sponsorId: z.string().nullable().optional(),
  industry: z.string().optional(),
  parentId: z.string().nullable().optional(),
  countries: list.optional(),
  divisionIds: list.optional(),
});
export type BulkChange = z.infer<typeof bulkChange>;

/** What the change makes of one account; only what differs. */
export function changedFacts(present: PresentAccount, change: BulkChange): Partial<AccountDetails> {
  const { countries, divisionIds, ...values } = change;
  const wanted: Partial<AccountDetails> = {
    ...values,
    ...(countries ? { countries: listed(present.countries, countries) } : {}),
    ...(divisionIds ? { divisionIds: listed(present.divisionIds, divisionIds) } : {}),
  };
  const differs = (Object.keys(wanted) as (keyof AccountDetails)[]).filter(
    (fact) => wanted[fact] !== undefined && !isDeepStrictEqual(wanted[fact], present[fact]),
  );
  return Object.fromEntries(differs.map((fact) => [fact, wanted[fact]]));
}

const listed = (now: readonly string[], { add = [], remove = [] }: NonNullable<BulkChange['countries']>): string[] =>
  [...new Set([...now, ...add])].filter((entry) => !remove.includes(entry)).sort();

export interface BulkPlan {
  readonly rows: readonly PlannedRow[];
  readonly refusals: readonly Refusal[];
}

/**
 * What a bulk change would do, account by account; the place of an account in the selection is its row. Carried out and
 * undone like the rows of an import.
 */
export function planBulk(
  selected: readonly string[],
  change: BulkChange,
  accounts: ReadonlyMap<string, PresentAccount>,
): BulkPlan {
  const rows: PlannedRow[] = [];
  const refusals: Refusal[] = [];
  for (const [index, accountId] of selected.entries()) {
    const row = index + 1;
    const present = accounts.get(accountId);
    const refuse = (rule: string) => refusals.push({ row, column: present?.code ?? accountId, rule });
    if (!present) {
      refuse('there is no such account.');
      continue;
    }
    if (present.archived) {
      refuse('the account is archived; restore it first.');
      continue;
    }
    const facts = changedFacts(present, change);
    const fault = facts.parentId ? parentFault(accountId, facts.parentId, accounts) : undefined;
    if (fault) {
      refuse(fault);
      continue;
    }
    const fields = Object.keys(facts) as (keyof AccountDetails)[];
    rows.push({
      row,
      accountId,
      code: present.code,
      name: present.name,
      kind: fields.length > 0 ? 'change' : 'unchanged',
      facts,
      before: Object.fromEntries(fields.map((fact) => [fact, present[fact]])),
    });
  }
  return { rows, refusals };
}

function parentFault(
  accountId: string,
  parentId: string,
  accounts: ReadonlyMap<string, PresentAccount>,
): string | undefined {
  const met = new Set([accountId]);
  for (let above: string | null = parentId; above; above = accounts.get(above)?.parentId ?? null) {
    if (!accounts.has(above)) return 'there is no such parent account.';
    if (met.has(above)) return 'an account cannot stand among its own parents.';
    met.add(above);
  }
  return undefined;
}
