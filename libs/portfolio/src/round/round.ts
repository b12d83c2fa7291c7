import { decider, type Recorded } from '@mainstay/event-sourcing';
import type { Category } from '../account/category';
import type { CriteriaContent } from '../criteria/criteria-sets.events';
import { type RoundEvent, roundEvents } from './round.events';

export interface Round {
  readonly roundId: string;
  readonly name: string;
  readonly criteriaVersion: number | null;
  readonly draft: CriteriaContent | null;
  readonly dueOn: string;
  readonly state: 'open' | 'closed';
  /** By account. */
  readonly accounts: ReadonlyMap<string, InRound>;
}
export interface InRound {
  /** The category when the round was opened. */
  readonly held: Category;
  readonly scorerIds: readonly string[];
  readonly decision: 'accepted' | 'refused' | null;
}

/** Every round of an enterprise, the latest last: one record, so that only one can be open. */
export interface Rounds {
  readonly rounds: readonly Round[];
}

export const rounds = decider<Rounds, RoundEvent>({
  stream: 'portfolio.rounds',
  initial: { rounds: [] },
  events: roundEvents,
  evolve,
});

function evolve({ rounds }: Rounds, event: Recorded<RoundEvent>): Rounds {
  if (event.type === 'portfolio.RoundOpened') {
    const { roundId, name, criteriaVersion, draft, dueOn, held } = event.data;
    const accounts = held.flatMap(({ category, accountIds }) =>
      accountIds.map((id): [string, InRound] => [id, { held: category, scorerIds: [], decision: null }]),
    );
    const opened = { roundId, name, criteriaVersion, draft, dueOn, state: 'open' as const };
    return { rounds: [...rounds, { ...opened, accounts: new Map(accounts) }] };
  }
  return { rounds: rounds.map((round) => (round.roundId === event.data.roundId ? after(round, event) : round)) };
}

type Later = Exclude<RoundEvent, { type: 'portfolio.RoundOpened' }>;

function after(round: Round, event: Later): Round {
  switch (event.type) {
    case 'portfolio.ScorersAssigned':
      return event.data.changes.reduce((now, { accountIds, to }) => changed(now, accountIds, { scorerIds: to }), round);
    case 'portfolio.ScorersReminded':
      return round;
    case 'portfolio.RoundDueMoved':
      return { ...round, dueOn: event.data.to };
    case 'portfolio.RoundMovesAccepted':
      return changed(round, idsOf(event.data.moves), { decision: 'accepted' });
    case 'portfolio.RoundMovesRefused':
      return changed(round, idsOf(event.data.moves), { decision: 'refused' });
    case 'portfolio.RoundClosed':
      return { ...round, state: 'closed' };
    case 'portfolio.RoundReopened':
      return { ...round, state: 'open' };
    default:
      return event satisfies never;
  }
}

const idsOf = (moves: readonly { readonly accountId: string }[]) => moves.map(({ accountId }) => accountId);

function changed(round: Round, accountIds: readonly string[], change: Partial<InRound>): Round {
  const accounts = new Map(round.accounts);
  for (const id of accountIds) {
    const before = accounts.get(id);
    if (before) accounts.set(id, { ...before, ...change });
  }
  return { ...round, accounts };
}
