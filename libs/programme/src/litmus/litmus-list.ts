import { containing } from '@mainstay/read-store';
import { type LitmusStanding, litmusStandings } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { paging } from '@mainstay/http';
import { Conditions, withinScope } from '@mainstay/portfolio';
import { z } from 'zod';

/** How the list of accounts is filtered and sorted, in the page as in the download. */
const columns = {
  name: { by: 'name', kind: 'string' },
  manager: { by: 'coalesce("managerYes", -1)', kind: 'number' },
  customer: { by: 'coalesce("customerYes", -1)', kind: 'number' },
  managerOn: { by: `coalesce("managerOn", '')`, kind: 'string' },
} as const;
type SortColumn = keyof typeof columns;
const names = Object.keys(columns) as SortColumn[];
const sorts = [...names, ...names.map((name) => `-${name}` as const)];

export const litmusOrder = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the name or code of the account'),
  standing: z.enum(litmusStandings).optional().describe('Of the manager’s test'),
  leadId: z.string().max(100).optional(),
  divisionId: z.string().max(100).optional(),
  due: z.enum(['true', 'false']).optional().describe('Key accounts with a test not taken within twelve months'),
  key: z.enum(['true', 'false']).optional().describe('Key accounts, or those that are none yet'),
  customerYes: z.coerce.number().int().min(0).max(20).optional().describe('Yes answers of the customer’s test'),
  sort: z.enum(sorts).default('name').describe('A leading minus sorts downwards'),
});
export type LitmusOrder = z.infer<typeof litmusOrder>;
export const litmusPage = litmusOrder.extend({
  ...paging,
});
export type LitmusPage = z.infer<typeof litmusPage>;

export const managerFilter = z.object({
  divisionId: z
    .string()
    .max(100)
    .optional()
    .describe('Managers who lead a key account there; the mean is over all of theirs'),
  standing: z.enum(litmusStandings).optional(),
});
export type ManagerFilter = z.infer<typeof managerFilter>;

export function sortOf({ sort }: Pick<LitmusOrder, 'sort'>) {
  const descending = sort.startsWith('-');
  return { ...columns[(descending ? sort.slice(1) : sort) as SortColumn], descending };
}

export function orderOf(query: LitmusOrder): string {
  const { by, descending } = sortOf(query);
  const order = descending ? 'desc' : 'asc';
  return `${by} ${order}, "accountId" ${order}`;
}

/** Conditions on `linesAt`. */
export function filtered(context: RequestContext, query: LitmusOrder): Conditions {
  const conditions = withinScope(new Conditions(), context);
  const { q, standing, leadId, divisionId, due, key, customerYes } = query;
  if (q) {
    const pattern = containing(q);
    conditions.add((text) => `(name ilike ${text} or code ilike ${text})`, pattern);
  }
  if (standing) conditions.add((one) => `${STANDING} = ${one}`, standing);
  if (leadId) conditions.add((id) => `"leadId" = ${id}`, leadId);
  if (divisionId) conditions.add((id) => `division_ids @> array[${id}::text]`, divisionId);
  if (due) conditions.add((wanted) => `due = ${wanted}`, due === 'true');
  if (key) conditions.add((wanted) => `key = ${wanted}`, key === 'true');
  if (customerYes !== undefined) conditions.add((yes) => `"customerYes" = ${yes}`, customerYes);
  return conditions;
}

const states: Record<LitmusStanding, string> = {
  'not-taken': '"managerYes" is null',
  passes: '"managerYes" >= "managerGate"',
  'one-short': '"managerYes" = "managerGate" - 1',
  short: 'true',
};
/** As `standingOf` has it. */
const STANDING = `case ${Object.entries(states)
  .map(([state, condition]) => `when ${condition} then '${state}'`)
  .join(' ')} end`;
