import { decider, type Recorded } from '@mainstay/event-sourcing';
import { type AccountDetails, type AccountEvent, accountEvents, type Scoring } from './account.events';
import type { Category } from './category';

export interface RegisteredAccount extends AccountDetails {
  readonly kind: 'registered';
  readonly code: string;
  /** A registered account is a prospect until the first decision. */
  readonly category: Category;
  /** From when the category holds; null before the first decision. */
  readonly effectiveOn: string | null;
  readonly scoring: Scoring | null;
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
    return { kind: 'registered', ...event.data, category: 'prospect', effectiveOn: null, scoring: null };
  }
  if (state.kind === 'unknown') return state;
  switch (event.type) {
    case 'portfolio.AccountDetailsChanged':
      return { ...state, ...event.data.to };
    case 'portfolio.AccountScored': {
      const { from: _, ...scoring } = event.data;
      return { ...state, scoring };
    }
    case 'portfolio.AccountCategorised':
      return { ...state, category: event.data.category, effectiveOn: event.data.effectiveOn };
    case 'portfolio.AccountRecategorised':
      return { ...state, category: event.data.to, effectiveOn: event.data.effectiveOn };
    default:
      return event satisfies never;
  }
}
