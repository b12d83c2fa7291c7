import { Conflict, Forbidden, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../account/account';
import type { AccountEvent } from '../account/account.events';
import { assertInUse, registered } from '../account/account.rules';
import { assertScores, axisScores, type Scores, suggestedCategory } from '../criteria/criteria';
import { saidNotes, withFed } from '../criteria/fed';
import type { GiveScoresBody, PlaceAccountBody, ReopenScoringBody, SettleScoresBody } from './scoring.commands';
import type { ScoringEvent, SettledScores } from './scoring.events';
import { noScores, type Occasion, type Scoring } from './scoring';

/** One's own scores of an account, with what supports them; nobody else's are needed, and none are seen before. */
export function giveScores({ occasions }: Scoring, body: GiveScoresBody, context: RequestContext): ScoringEvent[] {
  const present = registered(body.account, body.accountId);
  assertInUse(present);
  const { occasion, roundId, set, assigned } = body;
  if (assigned && !assigned.includes(context.actor)) {
    throw new Forbidden('score.not-assigned', 'You are not assigned to score this account in the round.');
  }
  const before = occasions[occasion] ?? noScores;
  if (before.settled && roundId) {
    throw new Conflict('score.settled', 'The scores of this account are settled; they have to be opened again first.');
  }
  const notes = saidNotes(body.notes);
  const { scores, fed } = withFed(set.criteria, present, body.scores, notes);
  assertScores(set, scores);
  const axes = axisScores(set, scores);
  const given = { scores, notes, fed, ...axes, suggested: suggestedCategory(axes) };
  const from = before.settled ? null : (before.given[context.actor] ?? null);
  if (isDeepStrictEqual(from, given)) return [];
  const data = { occasion, roundId, criteriaVersion: set.version, scorerId: context.actor, ...given, from };
  return [{ type: 'portfolio.ScoresGiven', data }];
}

/**
 * What the scorers agreed on, criterion by criterion. Where all gave the same nothing has to be said; a score that
 * nobody gave needs a reason. Whoever was assigned and gave none is waited for, or left out with a reason.
 */
export function settleScores({ occasions }: Scoring, body: SettleScoresBody): ScoringEvent[] {
  const { occasion, roundId, set, assigned, reason } = body;
  const before = occasions[occasion] ?? noScores;
  const said = Object.entries(before.given);
  if (said.length === 0) throw new Refused('settle.nothing-given', 'Nobody has scored this account yet.');
  const without = (assigned ?? []).filter((scorer) => !before.given[scorer]);
  const settled = agreed(before, body);
  if (isDeepStrictEqual(before.settled, settled)) return [];
  if (without.length > 0 && !reason) {
    throw new Refused(
      'settle.scorers-missing',
      `reason: ${without.length} of ${assigned!.length} scorers have not scored this account; say why it is settled without them.`,
      { missing: without },
    );
  }
  return [
    {
      type: 'portfolio.ScoresSettled',
      data: {
        ...settled,
        occasion,
        roundId,
        criteriaVersion: set.version,
        said: Object.fromEntries(said.map(([scorer, { scores }]) => [scorer, scores])),
        without,
        reason: reason || null,
        from: before.settled,
      },
    },
  ];
}

function agreed({ given }: Occasion, { set, ...body }: SettleScoresBody): SettledScores {
  const all = Object.values(given);
  const reasons = saidNotes(body.reasons);
  const scores: Record<string, number> = {};
  for (const { id, label } of set.criteria) {
    const said = all.map((one) => one.scores[id]);
    const same = said.every((score) => score === said[0]) ? said[0] : undefined;
    const score = body.scores[id] ?? same;
    if (score === undefined) {
      throw new Refused('settle.scorers-differ', `scores.${id}: scorers differ on ${label}; say the score agreed on.`);
    }
    if (!said.includes(score) && !reasons[id]) {
      throw new Refused(
        'settle.reason-missing',
        `reasons.${id}: nobody gave ${score} for ${label}; say why it is agreed.`,
      );
    }
    scores[id] = score;
  }
  assertScores(set, { ...body.scores, ...scores });
  const axes = axisScores(set, scores);
  return { scores, reasons, ...axes, suggested: suggestedCategory(axes) };
}

/** What was agreed is open again; the account stays where it is in the matrix until it is settled anew. */
export function reopenScoring({ occasions }: Scoring, body: ReopenScoringBody): ScoringEvent[] {
  const { occasion, roundId, reason } = body;
  const before = occasions[occasion];
  if (!before) throw new NotFound('scoring', body.accountId);
  if (!before.settled) return [];
  if (!reason) throw new Refused('score.reason-missing', 'reason: say why the scores are opened again.');
  const { criteriaVersion, settled: from } = before;
  return [{ type: 'portfolio.ScoringReopened', data: { occasion, roundId, criteriaVersion, from, reason } }];
}

/** Only agreed scores move an account in the matrix. */
export function placeAccount(state: Account, body: PlaceAccountBody): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertInUse(present);
  const { criteriaVersion, roundId, scorerIds, settled, fed } = body;
  const { reasons: notes, ...place } = settled;
  const scoring = {
    ...place,
    criteriaVersion,
    note: null,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(fed).length > 0 ? { fed } : {}),
    settled: { roundId, scorerIds: [...scorerIds] },
  };
  if (isDeepStrictEqual(scoring, present.scoring)) return [];
  return [{ type: 'portfolio.AccountScored', data: { ...scoring, from: present.scoring } }];
}

/** Facts that all scorers' scores follow from alike, as recorded with them. */
export const fedOf = ({ given }: Occasion, scores: Scores) =>
  Object.fromEntries(
    Object.values(given)
      .flatMap(({ fed }) => Object.entries(fed))
      .filter(([id]) => scores[id] !== undefined),
  );
