import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { category, suggestion } from '../account/category';

/** What an account of a category is given; null where the enterprise has not said. */
export const entitlementShape = z.object({
  /** What the customer may count on, in words. */
  serviceLevel: z.string(),
  reviewsPerYear: z.int().nullable(),
  seniorSponsor: z.boolean(),
  /** Hours within which the customer gets an answer. */
  responseHours: z.int().nullable(),
  /** Frame of a year, in whole units of the tenant's currency. */
  investment: z.number().nullable(),
  /** So many accounts of this category are one manager's whole work. */
  accountsPerManager: z.int().nullable(),
  /** Time of the team, in percent of one person's full time. */
  teamTime: z.int().nullable(),
});
export type Entitlement = z.infer<typeof entitlementShape>;

/** What an account has to meet to enter; null where there is no such rule. */
export const entryShape = z.object({
  words: z.string(),
  /** Of the last full year, in whole units of the tenant's currency. */
  minSpend: z.number().nullable(),
  minAttractiveness: z.number().nullable(),
  minStanding: z.number().nullable(),
  minDivisions: z.int().nullable(),
});
export type Entry = z.infer<typeof entryShape>;

export const categoryShape = z.object({
  /** Stays with the category through every version, whatever it is called. */
  id: category,
  name: z.string(),
  meaning: z.string(),
  /** Quadrants of the matrix in which the scores suggest this category. */
  quadrants: z.array(suggestion),
  entry: entryShape,
  entitlement: entitlementShape,
  /** How many accounts of this category the programme can serve. */
  capacity: z.int().nullable(),
});
export type CategorySetting = z.infer<typeof categoryShape>;

export const exitMoves = ['down', 'de-select'] as const;

/** One thing to be seen to when an account leaves its category. */
export const exitPointShape = z.object({
  id: z.string(),
  text: z.string(),
  /** Days from the move's own day until it is due; below zero before it. */
  days: z.int(),
  /** The moves that open it. */
  on: z.array(z.enum(exitMoves)),
});
export type ExitPointSetting = z.infer<typeof exitPointShape>;

const set = z.object({ version: z.int(), categories: z.array(categoryShape) });

export const categoriesEvents = eventTypes({
  'portfolio.CategoriesSet': {
    schema: set.extend({
      /** Business date from which decisions go by them; also the event's effective date. */
      effectiveOn: z.string(),
      reason: z.string(),
      /** The version before it, whose place it takes. */
      from: set,
      /** Categories that no decision uses any more. */
      retired: z.array(category),
    }),
  },
  'portfolio.ExitListSet': {
    schema: z.object({ from: z.array(exitPointShape), to: z.array(exitPointShape), reason: z.string() }),
  },
});
export type CategoriesEvent = EventsOf<typeof categoriesEvents>;
