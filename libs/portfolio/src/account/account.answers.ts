import { z } from 'zod';
import { category, suggestion } from './category';

/** What the account queries answer; the document that clients are generated from is made of these. */

const line = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  industry: z.string(),
  countries: z.array(z.string()),
  divisionIds: z.array(z.string()),
  leadId: z.string().nullable(),
  sponsorId: z.string().nullable(),
  spend: z.number().describe("Last full year, in the tenant's currency"),
  category,
  categoryEffectiveOn: z.string().nullable().describe('Null before the first decision'),
  attractiveness: z.number().nullable(),
  standing: z.number().nullable(),
  suggested: suggestion.nullable().describe('What the scores point to'),
});

export const accountsAnswer = z.object({ items: z.array(line), total: z.int(), next: z.string().nullable() });

export const accountAnswer = line.extend({
  version: z.int(),
  registeredAt: z.string(),
  scoring: z
    .object({
      criteriaVersion: z.int(),
      scores: z.record(z.string(), z.number()),
      attractiveness: z.number(),
      standing: z.number(),
      suggested: suggestion,
      note: z.string().nullable(),
      scoredBy: z.string(),
      scoredAt: z.string(),
    })
    .nullable(),
});

export const categoryHistoryAnswer = z.object({
  accountId: z.string(),
  version: z.int(),
  on: z.string().describe('The business date asked about'),
  inForce: z.string().nullable().describe('Id of the decision that holds on that date'),
  decisions: z.array(
    z.object({
      id: z.string(),
      from: category,
      to: category,
      first: z.boolean().describe('The first decision; the others are recategorisations'),
      effectiveOn: z.string(),
      effectiveUntil: z.string().nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      decidedBy: z.string().nullable(),
      approvedBy: z.string().nullable(),
      reason: z.string(),
      resource: z.string().nullable(),
      suggested: suggestion.nullable(),
      criteriaVersion: z.int().nullable(),
    }),
  ),
});

const point = line.pick({ id: true, code: true, name: true, spend: true, category: true });
export const matrixAnswer = z.object({
  points: z.array(point.extend({ attractiveness: z.number(), standing: z.number(), suggested: suggestion })),
  unscored: z.array(point),
});

export const summaryAnswer = z.object({
  accounts: z.int(),
  scored: z.int(),
  undecided: z.int().describe('Registered, and still without a first decision'),
  keyAccounts: z.int(),
  capacity: z.int().nullable(),
  overCapacityBy: z.int(),
  categories: z.array(z.object({ category, accounts: z.int(), spend: z.number() })),
  period: z.object({ from: z.string(), to: z.string() }),
  movements: z.array(z.object({ from: category, to: category, accounts: z.int() })),
});
