import { paging } from '@mainstay/http';
import { z } from 'zod';
import { upAndDown } from '../../line-page';
import { category } from '../category';
import { resourceKinds } from './resource.events';

export const resourceStates = ['open', 'due', 'kept', 'not-kept'] as const;

export const resourceFilter = z.object({
  state: z.enum(resourceStates).optional().describe('Due: to be checked by now, and not checked'),
  accountId: z.string().max(100).optional().describe('Only what was named in decisions on this account'),
  kind: z.enum(resourceKinds).optional(),
  divisionId: z.string().max(100).optional(),
});
export type ResourceFilter = z.infer<typeof resourceFilter>;
export const resourcePage = resourceFilter.extend({
  sort: z
    .enum(upAndDown('due', 'account', 'moved', 'state', 'checkOn'))
    .default('due')
    .describe('A leading minus sorts downwards'),
  ...paging,
});
export type ResourcePage = z.infer<typeof resourcePage>;

const place = z.object({ id: z.string(), name: z.string().nullable().describe('Null for the pool') });
export const resourcePromises = z.object({
  items: z.array(
    z.object({
      id: z.string().describe('Within its account'),
      accountId: z.string(),
      account: z.string(),
      decision: z.int(),
      line: z.int(),
      fromCategory: category,
      toCategory: category,
      kind: z.enum(resourceKinds).describe('Hours a month, people, or money a year in the tenant’s currency'),
      amount: z.number(),
      from: place,
      to: place,
      effectiveOn: z.string(),
      checkOn: z.string(),
      approvedBy: z.string(),
      state: z.enum(resourceStates),
      moved: z.number().nullable(),
      note: z.string().nullable(),
      checkedBy: z.string().nullable(),
    }),
  ),
  total: z.int(),
  next: z.string().nullable(),
  totals: z
    .array(
      z.object({
        kind: z.enum(resourceKinds),
        promised: z.number(),
        checked: z.number(),
        moved: z.number(),
        lines: z.int(),
      }),
    )
    .describe('By kind: what was named, what of it was checked, and what of that moved'),
});
export type ResourcePromises = z.infer<typeof resourcePromises>;
