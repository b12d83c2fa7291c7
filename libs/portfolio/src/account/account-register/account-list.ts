import { paging } from '@mainstay/http';
import { z } from 'zod';
import { CATEGORY_RANK } from '../../category/category-rank';
import { category } from '../category';

/** How the list of accounts is filtered and sorted, in the page as in the download. */

const names = ['name', 'code', 'spend', 'category', 'attractiveness', 'standing'] as const;
const sorts = [...names, ...names.map((name) => `-${name}` as const)] as const;
export type SortName = (typeof sorts)[number];

const listOf = <Item>(item: z.ZodType<Item, string>) =>
  z
    .string()
    .max(1_000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item));

export const accountFilter = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe(
      'Part of name or code, also of a former name or of an account merged into it; or the whole of an identifier: CRM id, D-U-N-S number, VAT number',
    ),
  category: listOf(category).optional().describe('One or more categories, separated by commas'),
  divisionId: z.string().max(100).optional(),
  leadId: z.string().max(100).optional(),
  country: listOf(z.string().regex(/^[A-Z]{2}$/, 'must be country codes of two letters'))
    .optional()
    .describe('One or more country codes, separated by commas'),
  archived: z.enum(['only', 'with']).optional().describe('Archived accounts too, or they alone; left out otherwise'),
});
export type AccountFilter = z.infer<typeof accountFilter>;

export const accountOrder = accountFilter.extend({
  sort: z.enum(sorts).default('name').describe('A leading minus sorts downwards'),
});
export type AccountOrder = z.infer<typeof accountOrder>;

export const accountPage = accountOrder.extend({
  ...paging,
});
export type AccountPage = z.infer<typeof accountPage>;

const columns = {
  name: { by: 'name', number: false },
  code: { by: 'code', number: false },
  spend: { by: 'spend', number: true },
  category: { by: CATEGORY_RANK, number: true },
  // Accounts without scores come after those that scored lowest.
  attractiveness: { by: 'coalesce(attractiveness, -1)', number: true },
  standing: { by: 'coalesce(standing, -1)', number: true },
} as const;

export function sortOf({ sort }: { readonly sort: SortName }) {
  const descending = sort.startsWith('-');
  const name = (descending ? sort.slice(1) : sort) as (typeof names)[number];
  return { ...columns[name], descending };
}
