import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { account, type Account } from '../account/account';
import { criterionNotes } from '../account/account.commands';
import type { Criterion } from '../criteria/criteria';
import type { Fed } from '../criteria/fed';
import { prose } from '../fields';
import { accountScoring } from './scoring';
import type { SettledScores } from './scoring.events';
import { giveScores, placeAccount, reopenScoring, settleScores } from './scoring.decisions';

/** Criteria as they are asked on an occasion; the version is null while they are a draft. */
export interface AskedCriteria {
  readonly version: number | null;
  readonly name: string;
  readonly criteria: Criterion[];
}

/** What the records say of the occasion, looked up when the command is carried out. */
export interface OnOccasion {
  readonly accountId: string;
  readonly occasion: string;
  readonly roundId: string | null;
}
interface Asked extends OnOccasion {
  readonly set: AskedCriteria;
  /** Who is to score the account in the round; null outside of rounds. */
  readonly assigned: readonly string[] | null;
}

const where = {
  /** The round that the account is scored in; outside of rounds it is left out. */
  roundId: z.string().min(1).max(100).optional(),
  /** Outside of rounds: the version in force where left out. */
  criteriaVersion: z.int().min(1).optional(),
};
const scores = z.record(z.string().max(100), z.number());

export const giveScoresBody = z.strictObject({ ...where, scores, notes: criterionNotes.optional() });
export type GiveScoresRequest = z.infer<typeof giveScoresBody>;
export type GiveScoresBody = Pick<GiveScoresRequest, 'scores' | 'notes'> & Asked & { readonly account: Account };
export class GiveScores extends Command<GiveScoresBody> {}

export const settleScoresBody = z.strictObject({
  ...where,
  /** By criterion; those that all scorers gave alike may be left out. */
  scores: scores.default({}),
  reasons: criterionNotes.optional(),
  /** Why it is settled without scorers who were assigned. */
  reason: prose.default(''),
});
export type SettleScoresRequest = z.infer<typeof settleScoresBody>;
export type SettleScoresBody = Pick<SettleScoresRequest, 'scores' | 'reasons' | 'reason'> & Asked;
export class SettleScores extends Command<SettleScoresBody> {}

export const reopenScoringBody = z.strictObject({ ...where, reason: prose.default('') });
export type ReopenScoringRequest = z.infer<typeof reopenScoringBody>;
export type ReopenScoringBody = OnOccasion & { readonly reason: string };
export class ReopenScoring extends Command<ReopenScoringBody> {}

export interface PlaceAccountBody {
  readonly accountId: string;
  readonly roundId: string | null;
  readonly criteriaVersion: number;
  readonly scorerIds: readonly string[];
  readonly settled: SettledScores;
  readonly fed: Record<string, Fed>;
}
export class PlaceAccount extends Command<PlaceAccountBody> {}

export const scoringCommands = [
  ...bind(accountScoring, [
    [GiveScores, giveScores],
    [SettleScores, settleScores],
    [ReopenScoring, reopenScoring],
  ]),
  ...bind(account, [[PlaceAccount, placeAccount]]),
];
