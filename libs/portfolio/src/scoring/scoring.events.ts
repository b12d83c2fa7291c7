import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { suggestion } from '../account/category';
import { fedShape } from '../criteria/fed';

/** For what the account is scored: a round, or a version of the criteria outside of any round. */
const occasion = {
  occasion: z.string(),
  roundId: z.string().nullable(),
  /** Null in a round under criteria that are still a draft. */
  criteriaVersion: z.int().nullable(),
};
const scores = z.record(z.string(), z.number());
const notes = z.record(z.string(), z.string());
const place = { attractiveness: z.number(), standing: z.number(), suggested: suggestion };

/** What one scorer says of an account. */
const given = z.object({ scores, notes, fed: z.record(z.string(), fedShape), ...place });
export type GivenScores = z.infer<typeof given>;

/** What the scorers agreed on. */
const settled = z.object({
  /** By criterion. */
  scores,
  /** By criterion: why the agreed score is one that nobody gave. */
  reasons: notes,
  ...place,
});
export type SettledScores = z.infer<typeof settled>;

/**
 * Each scorer gives scores of his or her own; only what they agree on moves the account in the matrix, as
 * `portfolio.AccountScored`.
 */
export const scoringEvents = eventTypes({
  'portfolio.ScoresGiven': {
    schema: given.extend({ ...occasion, scorerId: z.string(), from: given.nullable() }),
  },
  'portfolio.ScoresSettled': {
    schema: settled.extend({
      ...occasion,
      /** By scorer: what each had given. */
      said: z.record(z.string(), scores),
      /** Assigned, and settled without. */
      without: z.array(z.string()),
      /** Why it was settled without them. */
      reason: z.string().nullable(),
      from: settled.nullable(),
    }),
  },
  /** The agreed scores are open again: scorers may change theirs, and it is to be settled anew. */
  'portfolio.ScoringReopened': { schema: z.object({ ...occasion, from: settled, reason: z.string() }) },
});
export type ScoringEvent = EventsOf<typeof scoringEvents>;
