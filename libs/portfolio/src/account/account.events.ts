import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { category, suggestion } from './category';

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
});
export type AccountDetails = z.infer<typeof details>;

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

export const accountEvents = eventTypes({
  'portfolio.AccountRegistered': { schema: details.extend({ code: z.string() }) },
  'portfolio.AccountDetailsChanged': {
    /** Only what changed. */
    schema: z.object({ from: details.partial(), to: details.partial(), reason: z.string().nullable() }),
  },
  'portfolio.AccountScored': { schema: scoring.extend({ from: scoring.nullable() }) },
  'portfolio.AccountCategorised': { schema: decision.extend({ category, decidedBy: z.string() }) },
  'portfolio.AccountRecategorised': {
    schema: decision.extend({
      from: category,
      to: category,
      approvedBy: z.string(),
      /** What moves with the decision: people, hours, money. */
      resource: z.string().nullable(),
    }),
  },
});
export type AccountEvent = EventsOf<typeof accountEvents>;
