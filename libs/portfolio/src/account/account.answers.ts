import { z } from 'zod';
import { fedShape } from '../criteria/fed';
import { resourceLine } from './resource/resource.events';
import { category, directions, suggestion } from './category';

/** What the account queries answer; the document that clients are generated from is made of these. */

const line = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()).describe('What it was called before, the latest last'),
  industry: z.string(),
  countries: z.array(z.string()),
  divisionIds: z.array(z.string()),
  leadId: z.string().nullable(),
  sponsorId: z.string().nullable(),
  spend: z.number().describe("Last full year, in the tenant's currency"),
  parentId: z.string().nullable().describe("The account of the customer's parent"),
  sites: z.array(z.string()),
  crmId: z.string().nullable(),
  duns: z.string().nullable(),
  vat: z.string().nullable(),
  potential: z.number().nullable().describe("What a year could bring at best, in the tenant's currency"),
  growth: z.number().nullable().describe('What the business of the customer grows by in a year, in per cent'),
  archivedAt: z.string().nullable(),
  category,
  categoryEffectiveOn: z.string().nullable().describe('Null before the first decision takes effect'),
  comingCategory: category.nullable().describe('Where a decision made ahead takes the account next'),
  comingOn: z.string().nullable(),
  attractiveness: z.number().nullable(),
  standing: z.number().nullable(),
  suggested: suggestion.nullable().describe('What the scores point to'),
});

export const accountsAnswer = z.object({ items: z.array(line), total: z.int(), next: z.string().nullable() });

const accountName = z.object({ id: z.string(), code: z.string(), name: z.string() });

export const accountAnswer = line.extend({
  version: z.int(),
  registeredAt: z.string(),
  archivedBy: z.string().nullable(),
  archivedBecause: z.string().nullable(),
  mergedInto: accountName.nullable().describe('The account that stands for this customer since they were merged'),
  mergeState: z.enum(['merging', 'merged', 'unmerging']).nullable(),
  absorbed: z.array(accountName).describe('Accounts that were merged into this one'),
  related: z
    .array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        parent: z.boolean(),
        child: z.boolean(),
        shares: z
          .array(z.enum(['crmId', 'duns', 'vat']))
          .describe('Identifiers that both accounts have: they may be one customer'),
      }),
    )
    .describe("The customer's parent, the accounts it is the parent of, and those with the same identifier"),
  scoring: z
    .object({
      criteriaVersion: z.int(),
      scores: z.record(z.string(), z.number()),
      attractiveness: z.number(),
      standing: z.number(),
      suggested: suggestion,
      note: z.string().nullable(),
      notes: z.record(z.string(), z.string()).optional().describe('By criterion'),
      fed: z.record(z.string(), fedShape).optional().describe('By criterion: the fact that the score follows from'),
      settled: z.object({ roundId: z.string().nullable(), scorerIds: z.array(z.string()) }).optional(),
      scoredBy: z.string(),
      scoredAt: z.string(),
    })
    .nullable(),
});

export const categoryHistoryAnswer = z.object({
  accountId: z.string(),
  version: z.int(),
  on: z.string().describe('The business date asked about'),
  inForce: z.int().nullable().describe('The decision that holds on that date'),
  decisions: z.array(
    z.object({
      id: z.int().describe('Version of the account that recorded the decision'),
      from: category,
      to: category,
      first: z.boolean().describe('The first decision; the others are recategorisations'),
      effectiveOn: z.string().describe('As recorded first'),
      holds: z
        .object({ from: z.string(), until: z.string().nullable() })
        .nullable()
        .describe('Days on which it holds, corrections included; null where another decision leaves it none'),
      recordedAt: z.string(),
      recordedBy: z.string(),
      decidedBy: z.string().nullable(),
      approvedBy: z.string().nullable(),
      reason: z.string(),
      resource: z.string().nullable(),
      suggested: suggestion.nullable(),
      criteriaVersion: z.int().nullable(),
      proposedBy: z.string().nullable(),
      correction: z
        .object({
          to: z.object({ category, effectiveOn: z.string() }).nullable().describe('Null: there was no such decision'),
          reason: z.string(),
          correctedBy: z.string(),
          correctedAt: z.string(),
        })
        .nullable(),
    }),
  ),
});

export const movesAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      from: category,
      to: category,
      direction: z.enum(directions),
      effectiveOn: z.string(),
      reason: z.string(),
      resource: z.string().nullable(),
      suggested: suggestion.nullable(),
      proposedBy: z.string(),
      proposedAt: z.string(),
      state: z.enum(['open', 'approved', 'refused', 'withdrawn']),
      endedBy: z.string().nullable(),
      endedAt: z.string().nullable(),
      endReason: z.string().nullable().describe('Why it was refused or withdrawn'),
      resources: z.array(resourceLine).describe('What is to move with it'),
      checkOn: z.string().nullable(),
      roundId: z.string().nullable().describe('The round that suggested it'),
    }),
  ),
});

const point = line.pick({ id: true, code: true, name: true, spend: true, category: true });
export const matrixAnswer = z.object({
  points: z.array(
    point.extend({
      potential: z.number().nullable(),
      investment: z.number().nullable().describe('Money that decisions moved to the account'),
      attractiveness: z.number(),
      standing: z.number(),
      suggested: suggestion,
    }),
  ),
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
