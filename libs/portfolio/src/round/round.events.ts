import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { category } from '../account/category';
import { criterionShape } from '../criteria/criteria';

const move = z.object({ accountId: z.string(), from: category, to: category });

export const roundEvents = eventTypes({
  'portfolio.RoundOpened': {
    schema: z.object({
      roundId: z.string(),
      name: z.string(),
      /** Null where the criteria are a draft that is still to be published. */
      criteriaVersion: z.int().nullable(),
      /** The draft as it was when the round was opened; null where a published version is scored under. */
      draft: z.object({ name: z.string(), criteria: z.array(criterionShape) }).nullable(),
      /** How the accounts were chosen, as the list of accounts is filtered. */
      filter: z.record(z.string(), z.string()),
      /** The accounts of the round by the category they are in when it opens. */
      held: z.array(z.object({ category, accountIds: z.array(z.string()) })),
      dueOn: z.string(),
      reason: z.string(),
    }),
  },
  'portfolio.ScorersAssigned': {
    schema: z.object({
      roundId: z.string(),
      /** Accounts whose scorers change alike. */
      changes: z.array(
        z.object({ accountIds: z.array(z.string()), from: z.array(z.string()), to: z.array(z.string()) }),
      ),
      /** How they were spread; null where they were assigned by hand. */
      spread: z.object({ perAccount: z.int(), byDivision: z.boolean() }).nullable(),
    }),
  },
  'portfolio.ScorersReminded': {
    schema: z.object({ roundId: z.string(), scorerIds: z.array(z.string()), note: z.string().nullable() }),
  },
  'portfolio.RoundDueMoved': {
    schema: z.object({ roundId: z.string(), from: z.string(), to: z.string(), reason: z.string() }),
  },
  /** Each became the governed proposal or first decision of its account. */
  'portfolio.RoundMovesAccepted': {
    schema: z.object({
      roundId: z.string(),
      moves: z.array(move.extend({ moveId: z.string().nullable() })),
      effectiveOn: z.string(),
      reason: z.string(),
    }),
  },
  /** The accounts stay where they are. */
  'portfolio.RoundMovesRefused': {
    schema: z.object({ roundId: z.string(), moves: z.array(move), reason: z.string() }),
  },
  'portfolio.RoundClosed': {
    schema: z.object({
      roundId: z.string(),
      /** What was still open: accounts not settled, moves neither accepted nor refused. */
      open: z.object({ unsettled: z.int(), undecided: z.int() }),
      /** Needed where something was open. */
      reason: z.string().nullable(),
    }),
  },
  'portfolio.RoundReopened': { schema: z.object({ roundId: z.string(), reason: z.string() }) },
});
export type RoundEvent = EventsOf<typeof roundEvents>;
