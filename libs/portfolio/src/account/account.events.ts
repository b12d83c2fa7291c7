import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { fedShape } from '../criteria/fed';
import { category, directions, suggestion } from './category';
import { exitEvents } from './exit/exit.events';
import { resourceEvents, resourceLine } from './resource/resource.events';

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
  /** What the customer's business grows by in a year, in per cent. */
  growth: z.number().nullable().optional(),
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
  growth: null,
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
  /** By criterion: what supports a score, or why one that follows from a fact was typed over. */
  notes: z.record(z.string(), z.string()).optional(),
  /** By criterion: the fact that its score follows from. */
  fed: z.record(z.string(), fedShape).optional(),
  /** Where several people scored the account and agreed: who they were, and in which round. */
  settled: z.object({ roundId: z.string().nullable(), scorerIds: z.array(z.string()) }).optional(),
});
export type Scoring = z.infer<typeof scoring>;

const merge = z.object({
  mergeId: z.string(),
  survivor: z.object({ accountId: z.string(), code: z.string(), name: z.string() }),
  /** Facts that the survivor takes over from this account. */
  facts: details.partial(),
  /** The scores that the survivor takes over; left out where it keeps its own. */
  scoring: scoring.nullable().optional(),
  contacts: z.array(z.string()),
  /** Whom those contacts report to. */
  lines: z.array(z.object({ contactId: z.string(), reportsTo: z.string() })),
  /** What of the white space goes over, because nothing was said of it at the survivor. */
  cells: z.array(z.object({ divisionId: z.string(), offeringId: z.string(), state: z.string() })),
  /** Accounts that had this one for their parent. */
  children: z.array(z.string()),
  reason: z.string(),
});
export type AccountMerge = z.infer<typeof merge>;

const decision = z.object({
  /** Business date from which the category holds; also the event's effective date. */
  effectiveOn: z.string(),
  reason: z.string(),
  /** What the scores pointed to at that time, and under which criteria; null where there were no scores. */
  suggested: suggestion.nullable(),
  criteriaVersion: z.number().nullable(),
  /** The round that the decision was made in; left out where it was made by itself. */
  roundId: z.string().optional(),
});

/** What moves with a move, line by line, and when it is checked; left out where nothing was named so. */
const promised = { resources: z.array(resourceLine).optional(), checkOn: z.string().optional() };

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
      /** The merge, or its undoing, that the change belongs to. */
      mergeId: z.string().optional(),
    }),
  },
  /** The account leaves every list and figure; its history stays, and it can be restored. */
  'portfolio.AccountArchived': { schema: z.object({ reason: z.string(), takesBack: importRow.optional() }) },
  'portfolio.AccountRestored': { schema: z.object({ reason: z.string() }) },
  /**
   * Another account, the survivor, stands for this customer from now on; this one leaves every list and figure and points
   * to it. Says all that goes over, so that what is interrupted can go on, and what is undone comes back as it was.
   */
  'portfolio.AccountMerged': { schema: merge },
  'portfolio.AccountMergeFinished': { schema: z.object({ mergeId: z.string() }) },
  /** The merge is being taken back: what went over comes back, and then the account stands by itself again. */
  'portfolio.AccountUnmergeStarted': { schema: z.object({ mergeId: z.string(), reason: z.string() }) },
  'portfolio.AccountUnmerged': {
    schema: z.object({
      mergeId: z.string(),
      survivorId: z.string(),
      /** Left with the survivor, because somebody worked on it since. */
      left: z.array(z.string()),
      reason: z.string(),
    }),
  },
  /** On the survivor: which account it stands for too, and which of its facts came from there. */
  'portfolio.AccountAbsorbed': {
    schema: z.object({
      mergeId: z.string(),
      absorbed: z.object({ accountId: z.string(), code: z.string(), name: z.string() }),
      from: details.partial(),
      to: details.partial(),
      /** The scores, where those of the other account count from now on. */
      scoring: z.object({ from: scoring.nullable(), to: scoring.nullable() }).optional(),
      reason: z.string(),
    }),
  },
  /** On the survivor: the merge was taken back. Only facts that nobody changed since go back. */
  'portfolio.AccountParted': {
    schema: z.object({
      mergeId: z.string(),
      absorbedId: z.string(),
      from: details.partial(),
      to: details.partial(),
      scoring: z.object({ from: scoring.nullable(), to: scoring.nullable() }).optional(),
      reason: z.string(),
    }),
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
      /** The move that was proposed and approved; left out where one person recorded the decision. */
      moveId: z.string().optional(),
      proposedBy: z.string().optional(),
      ...promised,
      /** Who is told: those whom the move concerns. */
      concerned: z.array(z.string()).optional(),
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
      ...promised,
    }),
  },
  'portfolio.CategoryMoveRefused': {
    schema: z.object({
      moveId: z.string(),
      to: category,
      reason: z.string(),
      concerned: z.array(z.string()).optional(),
    }),
  },
  'portfolio.CategoryMoveWithdrawn': { schema: z.object({ moveId: z.string(), to: category, reason: z.string() }) },
  /** A decision had been recorded wrongly: what it says from now on, or null where there was none. The first record stays. */
  'portfolio.CategoryDecisionCorrected': {
    schema: z.object({
      /** Version of the account that recorded the decision. */
      decision: z.int(),
      from: held,
      to: held.nullable(),
      reason: z.string(),
      concerned: z.array(z.string()).optional(),
    }),
  },
  /** The day of a decision made ahead has come. */
  'portfolio.CategoryTookEffect': {
    schema: z.object({ decision: z.int(), from: category, to: category, effectiveOn: z.string() }),
  },
  ...exitEvents,
  ...resourceEvents,
});
export type AccountEvent = EventsOf<typeof accountEvents>;
