import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { category, directions, suggestion } from './category';

const details = z.object({
  name: z.string(),
  industry: z.string(),
  /** ISO 3166 codes of two letters. */
  countries: z.array(z.string()),
  divisionIds: z.array(z.string()),
  /** The key account manager who leads the account. */
  leadId: z.string().nullable(),
  sponsorId: z.string().nullable(),
  /** Of the last full year, in whole units of the tenant's currency. */
  spend: z.number(),
  /** The account of the customer's parent. */
  parentId: z.string().nullable().optional(),
  /** Where the customer is served: names of places. */
  sites: z.array(z.string()).optional(),
  /** What other systems and registers call the customer. */
  crmId: z.string().nullable().optional(),
  duns: z.string().nullable().optional(),
  vat: z.string().nullable().optional(),
  /** What a year could bring at best, in whole units of the tenant's currency. */
  potential: z.number().nullable().optional(),
});
export type AccountDetails = z.infer<typeof details>;

/** What an account says of the facts that nobody has given. */
export const noFacts = {
  parentId: null,
  sites: [] as string[],
  crmId: null,
  duns: null,
  vat: null,
  potential: null,
} satisfies Partial<AccountDetails>;

/** The row of an import that an event comes from, or whose effect it takes back. */
const importRow = z.object({ importId: z.string(), row: z.int() });
export type ImportRowRef = z.infer<typeof importRow>;

const scoring = z.object({
  criteriaVersion: z.number(),
  /** 0 to 10 by criterion. */
  scores: z.record(z.string(), z.number()),
  attractiveness: z.number(),
  standing: z.number(),
  suggested: suggestion,
  note: z.string().nullable(),
});
export type Scoring = z.infer<typeof scoring>;

const decision = z.object({
  /** Business date from which the category holds; also the event's effective date. */
  effectiveOn: z.string(),
  reason: z.string(),
  /** What the scores pointed to at that time, and under which criteria; null where there were no scores. */
  suggested: suggestion.nullable(),
  criteriaVersion: z.number().nullable(),
});

/** What a decision says: the category, and the business date from which it holds. */
const held = z.object({ category, effectiveOn: z.string() });

export const accountEvents = eventTypes({
  'portfolio.AccountRegistered': { schema: details.extend({ code: z.string(), imported: importRow.optional() }) },
  'portfolio.AccountDetailsChanged': {
    /** Only what changed. */
    schema: z.object({
      from: details.partial(),
      to: details.partial(),
      reason: z.string().nullable(),
      imported: importRow.optional(),
      takesBack: importRow.optional(),
    }),
  },
  /** The account leaves every list and figure; its history stays, and it can be restored. */
  'portfolio.AccountArchived': { schema: z.object({ reason: z.string(), takesBack: importRow.optional() }) },
  'portfolio.AccountRestored': { schema: z.object({ reason: z.string() }) },
  'portfolio.AccountScored': { schema: scoring.extend({ from: scoring.nullable() }) },
  'portfolio.AccountCategorised': { schema: decision.extend({ category, decidedBy: z.string() }) },
  'portfolio.AccountRecategorised': {
    schema: decision.extend({
      from: category,
      to: category,
      approvedBy: z.string(),
      /** What moves with the decision: people, hours, money. */
      resource: z.string().nullable(),
      /** The move that was proposed and approved; left out where one person recorded the decision. */
      moveId: z.string().optional(),
      proposedBy: z.string().optional(),
    }),
  },
  /** A move waits for somebody else's approval; nothing changes until then. */
  'portfolio.CategoryMoveProposed': {
    schema: decision.extend({
      moveId: z.string(),
      from: category,
      to: category,
      direction: z.enum(directions),
      resource: z.string().nullable(),
    }),
  },
  'portfolio.CategoryMoveRefused': { schema: z.object({ moveId: z.string(), to: category, reason: z.string() }) },
  'portfolio.CategoryMoveWithdrawn': { schema: z.object({ moveId: z.string(), to: category, reason: z.string() }) },
  /** A decision had been recorded wrongly: what it says from now on, or null where there was none. The first record stays. */
  'portfolio.CategoryDecisionCorrected': {
    schema: z.object({
      /** Version of the account that recorded the decision. */
      decision: z.int(),
      from: held,
      to: held.nullable(),
      reason: z.string(),
    }),
  },
  /** The day of a decision made ahead has come. */
  'portfolio.CategoryTookEffect': {
    schema: z.object({ decision: z.int(), from: category, to: category, effectiveOn: z.string() }),
  },
});
export type AccountEvent = EventsOf<typeof accountEvents>;
