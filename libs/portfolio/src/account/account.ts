import { decider, type Recorded } from '@mainstay/event-sourcing';
import {
  type AccountDetails,
  type AccountEvent,
  accountEvents,
  type AccountMerge,
  noFacts,
  type Scoring,
} from './account.events';
import type { Category } from './category';
import { type Decided, inForceOn } from './category-timeline';
import { type Exit, exitOpened, withPoint } from './exit/exit';
import { promisedBy, type ResourcePromise, withFound } from './resource/resource';
import type { ResourceLine } from './resource/resource.events';

export interface RegisteredAccount extends Required<AccountDetails> {
  readonly kind: 'registered';
  readonly code: string;
  /** Out of every list and figure. */
  readonly archived: boolean;
  /** Another account stands for this customer; null where this one stands by itself. */
  readonly merged: MergedAway | null;
  /** By merge: the facts, and the scores, that came with another account, and what they replaced. */
  readonly absorbed: Readonly<Record<string, Absorbed>>;
  /** A registered account is a prospect until the first decision. */
  readonly category: Category;
  /** From when the category holds; null before the first decision. */
  readonly effectiveOn: string | null;
  readonly scoring: Scoring | null;
  /** Every decision as it stands after corrections, in the order of recording. */
  readonly decisions: readonly Decided[];
  /** What a correction said had never been decided, as it last stood: a correction may be wrong as well. */
  readonly struckOut: readonly Decided[];
  /** The move that waits for approval. */
  readonly proposed: ProposedMove | null;
  /** Moves that were approved, refused or withdrawn. */
  readonly endedMoves: readonly string[];
  /** What was and is seen to as it left a category. */
  readonly exits: readonly Exit[];
  /** What was to move with decisions, and what has. */
  readonly promises: readonly ResourcePromise[];
}
export interface MergedAway extends AccountMerge {
  /** Both ways take several steps; between `merging` and `merged` what goes over is on its way. */
  readonly state: 'merging' | 'merged' | 'unmerging';
  readonly undoReason: string | null;
}
export interface Absorbed {
  readonly accountId: string;
  readonly from: Partial<AccountDetails>;
  readonly to: Partial<AccountDetails>;
  readonly scoring?: { readonly from: Scoring | null; readonly to: Scoring | null };
}
export interface ProposedMove {
  readonly moveId: string;
  readonly from: Category;
  readonly to: Category;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly resource: string | null;
  readonly resources?: ResourceLine[] | undefined;
  readonly checkOn?: string | undefined;
  readonly proposedBy: string;
  /** The round in which it was proposed. */
  readonly roundId?: string | undefined;
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
      struckOut: [],
      proposed: null,
      endedMoves: [],
      archived: false,
      merged: null,
      absorbed: {},
      exits: [],
      promises: [],
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
    case 'portfolio.AccountMerged':
      return { ...state, archived: true, merged: { ...event.data, state: 'merging', undoReason: null } };
    case 'portfolio.AccountMergeFinished':
      return state.merged ? { ...state, merged: { ...state.merged, state: 'merged' } } : state;
    case 'portfolio.AccountUnmergeStarted':
      return state.merged
        ? { ...state, merged: { ...state.merged, state: 'unmerging', undoReason: event.data.reason } }
        : state;
    case 'portfolio.AccountUnmerged':
      return { ...state, archived: false, merged: null };
    case 'portfolio.AccountAbsorbed': {
      const { mergeId, absorbed, from, to, scoring } = event.data;
      const came = { accountId: absorbed.accountId, from, to, scoring };
      return { ...withTaken(state, to, scoring), absorbed: { ...state.absorbed, [mergeId]: came } };
    }
    case 'portfolio.AccountParted': {
      const { mergeId, to, scoring } = event.data;
      const { [mergeId]: _, ...others } = state.absorbed;
      return { ...withTaken(state, to, scoring), absorbed: others };
    }
    case 'portfolio.AccountScored': {
      const { from: _, ...scoring } = event.data;
      return { ...state, scoring };
    }
    case 'portfolio.AccountCategorised':
      return decided(state, event, withDecision(state, event.version, event.data.category, event.data.effectiveOn));
    case 'portfolio.AccountRecategorised': {
      const { to, effectiveOn, moveId } = event.data;
      const open = moveId ? withEnded(state, moveId) : state;
      const promises = [...state.promises, ...promisedBy(event.version, event.data)];
      return { ...decided(open, event, withDecision(state, event.version, to, effectiveOn)), promises };
    }
    case 'portfolio.CategoryDecisionCorrected': {
      const { decision, from, to } = event.data;
      const others = state.decisions.filter((one) => one.decision !== decision);
      const corrected = to ? [...others, { decision, ...to }].sort((a, b) => a.decision - b.decision) : others;
      const struckOut = state.struckOut.filter((one) => one.decision !== decision);
      return decided({ ...state, struckOut: to ? struckOut : [...struckOut, { decision, ...from }] }, event, corrected);
    }
    case 'portfolio.CategoryTookEffect':
      return { ...state, category: event.data.to, effectiveOn: event.data.effectiveOn };
    case 'portfolio.CategoryMoveProposed': {
      const { direction: _, suggested: _s, criteriaVersion: _c, ...proposed } = event.data;
      return { ...state, proposed: { ...proposed, proposedBy: event.metadata.actor } };
    }
    case 'portfolio.ExitOpened':
      return { ...state, exits: [...state.exits, exitOpened(event.version, event.data.points)] };
    case 'portfolio.ExitPointAssigned':
    case 'portfolio.ExitPointSettled':
      return { ...state, exits: withPoint(state.exits, event.data) };
    case 'portfolio.ResourceChecked':
      return { ...state, promises: withFound(state.promises, event.data) };
    case 'portfolio.CategoryMoveRefused':
    case 'portfolio.CategoryMoveWithdrawn':
      return withEnded(state, event.data.moveId);
    default:
      return event satisfies never;
  }
}

const withTaken = (
  state: RegisteredAccount,
  facts: Partial<AccountDetails>,
  scoring: { readonly to: Scoring | null } | undefined,
): RegisteredAccount => ({ ...state, ...facts, ...(scoring ? { scoring: scoring.to } : {}) });

const withEnded = (state: RegisteredAccount, moveId: string): RegisteredAccount => ({
  ...state,
  proposed: state.proposed?.moveId === moveId ? null : state.proposed,
  endedMoves: [...state.endedMoves, moveId],
});

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
