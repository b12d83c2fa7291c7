import { z } from 'zod';

/** How the list of plans is filtered and sorted, in the page as in the download. */

export const planStates = ['live', 'stale', 'none'] as const;
export type PlanState = (typeof planStates)[number];

const columns = {
  name: { by: 'name', kind: 'string' },
  touchedOn: { by: `coalesce("touchedOn", '')`, kind: 'string' },
  overdueActions: { by: '"overdueActions"', kind: 'number' },
  forecastRevenue: { by: 'coalesce("forecastRevenue", -1e18)', kind: 'number' },
} as const;
type SortColumn = keyof typeof columns;
const names = Object.keys(columns) as SortColumn[];
const sorts = [...names, ...names.map((name) => `-${name}` as const)];

const filter = {
  q: z.string().trim().max(100).optional().describe('Part of the name or code of the account'),
  state: z.enum(planStates).optional(),
  leadId: z.string().max(100).optional(),
  divisionId: z.string().max(100).optional(),
};
export const planOrder = z.object({
  ...filter,
  sort: z.enum(sorts).default('name').describe('A leading minus sorts downwards'),
});
export type PlanOrder = z.infer<typeof planOrder>;
export const planPage = planOrder.extend({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PlanPage = z.infer<typeof planPage>;

export function sortOf({ sort }: Pick<PlanOrder, 'sort'>) {
  const descending = sort.startsWith('-');
  return { ...columns[(descending ? sort.slice(1) : sort) as SortColumn], descending };
}

export const planLine = z.object({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category: z.string(),
  leadId: z.string().nullable(),
  state: z.enum(planStates),
  revision: z.int().nullable(),
  revisedAt: z.iso.datetime().nullable(),
  reviewedOn: z.iso.date().nullable(),
  touchedOn: z.iso.date().nullable().describe('Last revision or review, whichever is later'),
  horizonYears: z.int().nullable(),
  objectives: z.int(),
  openActions: z.int(),
  doneActions: z.int(),
  overdueActions: z.int(),
  forecastRevenue: z.number().nullable(),
  forecastMargin: z.number().nullable(),
});
export type PlanLine = z.infer<typeof planLine>;
export const plansAnswer = z.object({ items: z.array(planLine), total: z.int(), next: z.string().nullable() });

export const plansSummary = z.object({
  live: z.int(),
  stale: z.int(),
  none: z.int().describe('Key accounts that have no plan'),
  overdueActions: z.int(),
  /** A plan revised or reviewed within so many days is live. */
  reviewDays: z.int(),
});
export type PlansSummary = z.infer<typeof plansSummary>;
