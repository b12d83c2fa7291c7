import { paging } from '@mainstay/http';
import { category, entryRules } from '@mainstay/portfolio';
import { z } from 'zod';
import { measures, verdicts } from './entitlement';

const held = z.object({
  measures: z.array(
    z.object({
      id: z
        .enum(measures)
        .describe(
          'reviews in twelve months; plan and sponsor 1 where there is one; teamTime and managerLoad in per cent; investment in money a year; contacts in people',
        ),
      entitled: z.number().nullable().describe('Null where the category says nothing of it'),
      received: z.number().nullable().describe('Null where nothing is recorded of it'),
      verdict: z.enum(verdicts),
    }),
  ),
  entry: z
    .array(z.object({ id: z.enum(entryRules), asks: z.number(), has: z.number().nullable(), met: z.boolean() }))
    .describe('Rules of entry that can be checked'),
  under: z.int().describe('Measures in which the account receives less than it is entitled to'),
  over: z.int(),
  verdict: z.enum(['under', 'as-entitled', 'over']),
});

export const entitlementLine = held.extend({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  leadId: z.string().nullable(),
});
export type EntitlementLine = z.infer<typeof entitlementLine>;

export const accountEntitlement = entitlementLine.extend({
  serviceLevel: z.string(),
  responseHours: z.int().nullable(),
  entryWords: z.string(),
  meaning: z.string(),
});
export type AccountEntitlement = z.infer<typeof accountEntitlement>;

const sorts = ['name', '-name', 'under', '-under', 'over', '-over'] as const;
export const entitlementFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of name or code'),
  state: z.enum(['under', 'as-entitled', 'over']).optional(),
  category: category.optional(),
  leadId: z.string().max(100).optional(),
  divisionId: z.string().max(100).optional(),
  sort: z.enum(sorts).default('-under').describe('A leading minus sorts downwards'),
});
export type EntitlementFilter = z.infer<typeof entitlementFilter>;
export const entitlementPage = entitlementFilter.extend({
  ...paging,
});
export type EntitlementPage = z.infer<typeof entitlementPage>;

export const entitlementLines = z.object({
  items: z.array(entitlementLine),
  total: z.int(),
  under: z.int().describe('Of all accounts in sight, whatever the filter'),
  over: z.int(),
  next: z.string().nullable(),
});
