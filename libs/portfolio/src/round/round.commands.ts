import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import type { Category } from '../account/category';
import { accountFilter } from '../account/account-register/account-list';
import type { CriteriaContent } from '../criteria/criteria-sets.events';
import { businessDate, line, person, prose } from '../fields';
import type { RoundEvent } from './round.events';
import {
  acceptMoves,
  assignScorers,
  closeRound,
  moveDue,
  openRound,
  refuseMoves,
  remindScorers,
  reopenRound,
  spreadScorers,
} from './round.decisions';
import { rounds } from './round';
import type { SpreadScorer, ToSpread } from './spread-accounts';

interface OfRound {
  readonly roundId: string;
}
const reason = prose.default('');
const accountIds = (most: number) =>
  z
    .array(z.string().min(1).max(100))
    .min(1, 'must name at least one account')
    .max(most, `must be at most ${most} accounts`)
    .transform((ids) => [...new Set(ids)]);
/** So many are looked through by whoever decides on them together. */
const together = accountIds(1_000);
const scorerIds = z
  .array(person)
  .max(50, 'must be at most 50 people')
  .transform((ids) => [...new Set(ids)]);

export const openRoundBody = z.strictObject({
  name: line(120),
  /** The version in force, or the draft that is to be published. */
  criteria: z.enum(['in-force', 'draft']),
  /** Which accounts, as the list of accounts is filtered; all where nothing is said. */
  filter: z
    .strictObject({
      q: z.string().max(100),
      category: z.string().max(1_000),
      divisionId: z.string().max(100),
      leadId: z.string().max(100),
      country: z.string().max(1_000),
    })
    .partial()
    .default({}),
  dueOn: businessDate,
  reason,
});
export type OpenRoundRequest = z.infer<typeof openRoundBody>;
/** The filter of a round, read as the list of accounts reads it. */
export const roundFilter = accountFilter.pick({
  q: true,
  category: true,
  divisionId: true,
  leadId: true,
  country: true,
});
export type OpenRoundBody = OfRound &
  Pick<OpenRoundRequest, 'name' | 'dueOn' | 'reason'> & {
    readonly filter: Record<string, string>;
    readonly criteriaVersion: number | null;
    /** Null where a version is scored under; undefined where there is no draft. */
    readonly draft: CriteriaContent | null | undefined;
    readonly held: { readonly category: Category; readonly accountIds: string[] }[];
  };
export class OpenRound extends Command<OpenRoundBody> {}

export const assignScorersBody = z.strictObject({ accountIds: accountIds(10_000), scorerIds });
export type AssignScorersBody = z.infer<typeof assignScorersBody> & OfRound;
export class AssignScorers extends Command<AssignScorersBody> {}

export const spreadScorersBody = z.strictObject({
  scorerIds: scorerIds.refine((ids) => ids.length > 0, 'must name at least one person'),
  /** So many distinct scorers for each account. */
  perAccount: z.int().min(1, 'must be at least 1').max(10, 'must be at most 10'),
  /** Scorers of the divisions that trade with an account first. */
  byDivision: z.boolean().default(false),
});
export type SpreadScorersBody = Omit<z.infer<typeof spreadScorersBody>, 'scorerIds'> &
  OfRound & { readonly accounts: readonly ToSpread[]; readonly scorers: readonly SpreadScorer[] };
export class SpreadScorers extends Command<SpreadScorersBody> {}

export const remindScorersBody = z.strictObject({
  /** All who still have accounts to score where left out. */
  scorerIds: scorerIds.optional(),
  note: z.string().trim().max(500, 'must be at most 500 characters').default(''),
});
export type RemindScorersBody = z.infer<typeof remindScorersBody> & OfRound & { readonly waiting: readonly string[] };
export class RemindScorers extends Command<RemindScorersBody> {}

export const moveDueBody = z.strictObject({ dueOn: businessDate, reason });
export type MoveDueBody = z.infer<typeof moveDueBody> & OfRound;
export class MoveDue extends Command<MoveDueBody> {}

export const acceptMovesBody = z.strictObject({
  accountIds: together,
  effectiveOn: businessDate,
  reason,
  resource: prose.optional(),
});
export type AcceptMovesRequest = z.infer<typeof acceptMovesBody>;
type Moves<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type; data: { moves: unknown } }>['data'];
export type AcceptMovesBody = Moves<'portfolio.RoundMovesAccepted'>;
export class AcceptMoves extends Command<AcceptMovesBody> {}

export const refuseMovesBody = z.strictObject({ accountIds: together, reason });
export type RefuseMovesRequest = z.infer<typeof refuseMovesBody>;
export type RefuseMovesBody = Moves<'portfolio.RoundMovesRefused'>;
export class RefuseMoves extends Command<RefuseMovesBody> {}

export const endRoundBody = z.strictObject({ reason });
export type EndRoundRequest = z.infer<typeof endRoundBody>;
export type CloseRoundBody = EndRoundRequest & OfRound & { readonly unsettled: number; readonly undecided: number };
export class CloseRound extends Command<CloseRoundBody> {}
export class ReopenRound extends Command<EndRoundRequest & OfRound> {}

export const roundCommands = bind(rounds, [
  [OpenRound, openRound],
  [AssignScorers, assignScorers],
  [SpreadScorers, spreadScorers],
  [RemindScorers, remindScorers],
  [MoveDue, moveDue],
  [AcceptMoves, acceptMoves],
  [RefuseMoves, refuseMoves],
  [CloseRound, closeRound],
  [ReopenRound, reopenRound],
]);
