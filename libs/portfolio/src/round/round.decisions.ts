import { Conflict, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../criteria/criteria-sets.decisions';
import type {
  AcceptMovesBody,
  AssignScorersBody,
  CloseRoundBody,
  EndRoundRequest,
  MoveDueBody,
  OpenRoundBody,
  RefuseMovesBody,
  RemindScorersBody,
  SpreadScorersBody,
} from './round.commands';
import type { RoundEvent } from './round.events';
import type { Round, Rounds } from './round';
import { spreadAccounts } from './spread-accounts';

/** One round at a time, so that an account is never asked about twice and capacity is counted once. */
export function openRound({ rounds }: Rounds, body: OpenRoundBody, context: RequestContext): RoundEvent[] {
  const { draft, dueOn, reason, held } = body;
  if (rounds.some(({ roundId }) => roundId === body.roundId)) return [];
  const open = rounds.find(({ state }) => state === 'open');
  if (open) throw new Conflict('round.one-open', `The round ${open.name} is open; close it before another is opened.`);
  if (draft === undefined) throw new Refused('round.draft-missing', 'criteria: there is no draft of the criteria.');
  if (!reason) throw new Refused('round.reason-missing', 'reason: say what the round is for.');
  if (dueOn < dayOf(context)) throw new Refused('round.due-past', 'dueOn: must not be before today.');
  if (held.length === 0) throw new Refused('round.no-accounts', 'filter: no account is like this.');
  return [{ type: 'portfolio.RoundOpened', data: { ...body, draft } }];
}

/** By hand: these accounts get exactly these scorers. */
export function assignScorers({ rounds }: Rounds, body: AssignScorersBody): RoundEvent[] {
  const round = openOne(rounds, body.roundId);
  assertInRound(round, body.accountIds);
  const to = body.scorerIds;
  return assigned(round, new Map(body.accountIds.map((id) => [id, to])), null);
}

/** Spread evenly over all accounts of the round, in place of whoever was assigned before. */
export function spreadScorers({ rounds }: Rounds, body: SpreadScorersBody): RoundEvent[] {
  const round = openOne(rounds, body.roundId);
  const { accounts, scorers, perAccount, byDivision } = body;
  if (perAccount > scorers.length) {
    throw new Refused(
      'round.too-few-scorers',
      `perAccount: ${perAccount} distinct scorers cannot come from ${scorers.length}.`,
    );
  }
  const within = accounts.filter(({ accountId }) => round.accounts.has(accountId));
  return assigned(round, spreadAccounts(within, scorers, { perAccount, byDivision }), { perAccount, byDivision });
}

type Assignment = Extract<RoundEvent, { type: 'portfolio.ScorersAssigned' }>['data'];

/** Only what changes, accounts that change alike together. */
function assigned(
  { roundId, accounts }: Round,
  wanted: ReadonlyMap<string, readonly string[]>,
  spread: Assignment['spread'],
): RoundEvent[] {
  const alike = new Map<string, Assignment['changes'][number]>();
  for (const [accountId, to] of wanted) {
    const from = accounts.get(accountId)!.scorerIds;
    if (isDeepStrictEqual(from, to)) continue;
    const key = JSON.stringify([from, to]);
    const change = alike.get(key) ?? { accountIds: [], from: [...from], to: [...to] };
    change.accountIds.push(accountId);
    alike.set(key, change);
  }
  if (alike.size === 0) return [];
  return [{ type: 'portfolio.ScorersAssigned', data: { roundId, changes: [...alike.values()], spread } }];
}

/** Reminders go to scorers who still have accounts to score. */
export function remindScorers({ rounds }: Rounds, body: RemindScorersBody): RoundEvent[] {
  const { roundId } = openOne(rounds, body.roundId);
  const scorerIds = body.waiting.filter((scorer) => !body.scorerIds || body.scorerIds.includes(scorer));
  if (scorerIds.length === 0) {
    throw new Refused('round.nobody-waiting', 'scorerIds: nobody of them has an account left to score.');
  }
  return [{ type: 'portfolio.ScorersReminded', data: { roundId, scorerIds, note: body.note || null } }];
}

export function moveDue({ rounds }: Rounds, { roundId, dueOn: to, reason }: MoveDueBody): RoundEvent[] {
  const { dueOn: from } = openOne(rounds, roundId);
  if (from === to) return [];
  if (!reason) throw new Refused('round.reason-missing', 'reason: say why the round is due on another day.');
  return [{ type: 'portfolio.RoundDueMoved', data: { roundId, from, to, reason } }];
}

/** What the accounts themselves have taken up already: the proposals of these moves. */
export function acceptMoves({ rounds }: Rounds, body: AcceptMovesBody): RoundEvent[] {
  const moves = undecided(openOne(rounds, body.roundId), body.moves, 'accepted');
  return moves.length === 0 ? [] : [{ type: 'portfolio.RoundMovesAccepted', data: { ...body, moves } }];
}

export function refuseMoves({ rounds }: Rounds, body: RefuseMovesBody): RoundEvent[] {
  const round = openOne(rounds, body.roundId);
  if (!body.reason) throw new Refused('round.reason-missing', 'reason: say why the accounts stay where they are.');
  const moves = undecided(round, body.moves, 'refused');
  return moves.length === 0 ? [] : [{ type: 'portfolio.RoundMovesRefused', data: { ...body, moves } }];
}

/** @throws Conflict where one was decided otherwise before */
function undecided<Move extends { readonly accountId: string }>(
  round: Round,
  moves: readonly Move[],
  decision: 'accepted' | 'refused',
): Move[] {
  assertInRound(
    round,
    moves.map(({ accountId }) => accountId),
  );
  return moves.filter(({ accountId }) => {
    const before = round.accounts.get(accountId)!.decision;
    if (before === 'accepted' && decision === 'refused') {
      throw new Conflict('round.accepted', 'The move was accepted; withdraw or refuse its proposal instead.');
    }
    return before !== decision;
  });
}

/** Everything is settled and decided, or whoever closes the round says why not. */
export function closeRound({ rounds }: Rounds, body: CloseRoundBody): RoundEvent[] {
  const { roundId, unsettled, undecided, reason } = body;
  const round = known(rounds, roundId);
  if (round.state === 'closed') return [];
  if (unsettled + undecided > 0 && !reason) {
    throw new Refused(
      'round.still-open',
      `reason: ${unsettled} accounts are not settled and ${undecided} proposed moves are not decided; say why the round is closed all the same.`,
      { unsettled, undecided },
    );
  }
  return [{ type: 'portfolio.RoundClosed', data: { roundId, open: { unsettled, undecided }, reason: reason || null } }];
}

export function reopenRound(
  { rounds }: Rounds,
  { roundId, reason }: EndRoundRequest & { readonly roundId: string },
): RoundEvent[] {
  if (known(rounds, roundId).state === 'open') return [];
  const open = rounds.find(({ state }) => state === 'open');
  if (open) throw new Conflict('round.one-open', `The round ${open.name} is open; close it before another is opened.`);
  if (!reason) throw new Refused('round.reason-missing', 'reason: say why the round is opened again.');
  return [{ type: 'portfolio.RoundReopened', data: { roundId, reason } }];
}

export function known(rounds: readonly Round[], roundId: string): Round {
  const round = rounds.find((one) => one.roundId === roundId);
  if (!round) throw new NotFound('round', roundId);
  return round;
}

/** @throws Conflict where the round is closed: nothing about it changes until it is opened again */
export function openOne(rounds: readonly Round[], roundId: string): Round {
  const round = known(rounds, roundId);
  if (round.state === 'closed') {
    throw new Conflict('round.closed', `The round ${round.name} is closed; open it again before anything changes.`);
  }
  return round;
}

function assertInRound({ accounts }: Round, accountIds: readonly string[]): void {
  const outside = accountIds.filter((id) => !accounts.has(id));
  if (outside.length > 0) {
    throw new Refused('round.account-unknown', `accountIds: the round has no account ${outside.join(', ')}.`);
  }
}
