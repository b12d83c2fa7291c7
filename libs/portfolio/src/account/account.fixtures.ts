import { shippedCriteria } from '../criteria/criteria';
import type { AccountDetails, AccountEvent } from './account.events';
import type { Category } from './category';

/** Events of one account's life, for tests. */
export const details: AccountDetails = {
  name: 'Alder Foods',
  industry: 'Food',
  countries: ['DE', 'FR'],
  divisionIds: ['d1'],
  leadId: 'kim',
  sponsorId: null,
  spend: 1_200_000,
};

export const scoresOf = (score: number) => Object.fromEntries(shippedCriteria.criteria.map(({ id }) => [id, score]));

export const registered: AccountEvent = { type: 'portfolio.AccountRegistered', data: { code: 'ALD', ...details } };

export const scored: AccountEvent = {
  type: 'portfolio.AccountScored',
  data: {
    criteriaVersion: 1,
    scores: scoresOf(7),
    attractiveness: 7,
    standing: 7,
    suggested: 'strategic',
    note: null,
    from: null,
  },
};

export const categorised = (category: Category, effectiveOn: string): AccountEvent => ({
  type: 'portfolio.AccountCategorised',
  data: { category, effectiveOn, reason: 'Chosen', decidedBy: 'hanna', suggested: 'strategic', criteriaVersion: 1 },
  effectiveOn,
});

export const recategorised = (from: Category, to: Category, effectiveOn: string): AccountEvent => ({
  type: 'portfolio.AccountRecategorised',
  data: {
    from,
    to,
    effectiveOn,
    reason: 'Moved',
    approvedBy: 'sam',
    resource: null,
    suggested: 'strategic',
    criteriaVersion: 1,
  },
  effectiveOn,
});
