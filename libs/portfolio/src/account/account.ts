import { decider, type Recorded } from '@mainstay/event-sourcing';
import { type AccountDetails, type AccountEvent, accountEvents, noFacts, type Scoring } from './account.events';
import type { Category } from './category';
import { type Decided, inForceOn } from './category-timeline';

export interface RegisteredAccount extends Required<AccountDetails> {
  readonly kind: 'registered';
  readonly code: string;
  /** Out of every list and figure. */
  readonly archived: boolean;
  /** A registered account is a prospect until the first decision. */
  readonly category: Category;
  /** From when the category holds; null before the first decision. */
  readonly effectiveOn: string | null;
  readonly scoring: Scoring | null;
  /** Every decision as it stands after corrections, in the order of recording. */
  readonly decisions: readonly Decided[];
  /** The move that waits for approval. */
  readonly proposed: ProposedMove | null;
}
export interface ProposedMove {
  readonly moveId: string;
  readonly from: Category;
  readonly to: Category;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly resource: string | null;
  readonly proposedBy: string;
}
export type Account = { readonly kind: 'unknown' } | RegisteredAccount;

export const account = decider<Account, AccountEvent>({
  stream: 'portfolio.account',
  initial: { kind: 'unknown' },
  events: accountEvents,
  evolve,
});

function evolve(state: Account, event: Recorded<AccountEvent>): Account {
  if (event.type === 'portfolio.AccountRegistered') {
    const undecided = {
      category: 'prospect',
      effectiveOn: null,
      scoring: null,
      decisions: [],
      proposed: null,
      archived: false,
    } as const;
    const { imported: _, ...facts } = event.data;
    return { kind: 'registered', ...noFacts, ...facts, ...undecided };
  }
  if (state.kind === 'unknown') return state;
  switch (event.type) {
    case 'portfolio.AccountDetailsChanged':
      return { ...state, ...event.data.to };
    case 'portfolio.AccountArchived':
      return { ...state, archived: true };
    case 'portfolio.AccountRestored':
      return { ...state, archived: false };
    case 'portfolio.AccountScored': {
      const { from: _, ...scoring } = event.data;
      return { ...state, scoring };
    }
    case 'portfolio.AccountCategorised':
      return decided(state, event, withDecision(state, event.version, event.data.category, event.data.effectiveOn));
    case 'portfolio.AccountRecategorised': {
      const { to, effectiveOn, moveId } = event.data;
      const proposed = state.proposed?.moveId === moveId ? null : state.proposed;
      return { ...decided(state, event, withDecision(state, event.version, to, effectiveOn)), proposed };
    }
    case 'portfolio.CategoryDecisionCorrected': {
      const { decision, to } = event.data;
      const others = state.decisions.filter((one) => one.decision !== decision);
      const corrected = to ? [...others, { decision, ...to }].sort((a, b) => a.decision - b.decision) : others;
      return decided(state, event, corrected);
    }
    case 'portfolio.CategoryTookEffect':
      return { ...state, category: event.data.to, effectiveOn: event.data.effectiveOn };
    case 'portfolio.CategoryMoveProposed': {
      const { direction: _, suggested: _s, criteriaVersion: _c, ...proposed } = event.data;
      return { ...state, proposed: { ...proposed, proposedBy: event.metadata.actor } };
    }
    case 'portfolio.CategoryMoveRefused':
    case 'portfolio.CategoryMoveWithdrawn':
      return { ...state, proposed: null };
    default:
      return event satisfies never;
  }
}

const withDecision = ({ decisions }: RegisteredAccount, decision: number, category: Category, effectiveOn: string) => [
  ...decisions,
  { decision, category, effectiveOn },
];

/** What holds on the day of the event; a decision made ahead holds once `CategoryTookEffect` says so. */
function decided(
  state: RegisteredAccount,
  { recorded }: Pick<Recorded<AccountEvent>, 'recorded'>,
  decisions: readonly Decided[],
): RegisteredAccount {
  const held = inForceOn(decisions, recorded.toISOString().slice(0, 10));
  return { ...state, decisions, category: held?.category ?? 'prospect', effectiveOn: held?.effectiveOn ?? null };
}
