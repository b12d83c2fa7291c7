import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import type { AccountDetails, AccountEvent } from '../account/account.events';
import { details } from '../account/account.fixtures';
import { accountRegister } from '../account/account-register/account-register.projection';
import { exits } from '../account/exit/exit.projection';
import { resourcePromises } from '../account/resource/resource.projection';
import { categoryRegister } from '../category/category-register.projection';
import { notices } from '../notice/notice.projection';
import { axisScores, shippedCriteria, suggestedCategory } from '../criteria/criteria';
import { criteriaRegister } from '../criteria/criteria-register.projection';
import type { EnterpriseEvent } from '../enterprise/enterprise.events';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';

/** The read models of the portfolio on a real database. */
export const portfolioHarness = (): Promise<ReadModelHarness> =>
  readModelHarness({
    projections: [
      enterpriseSettings,
      accountRegister,
      categoryRegister,
      exits,
      notices,
      resourcePromises,
      criteriaRegister,
    ],
  });

/** Nordics headed by dora, South by nobody; capacity of two key accounts. */
export const enterpriseEvents: EnterpriseEvent[] = [
  { type: 'portfolio.DivisionOpened', data: { divisionId: 'nord', code: 'NORD', name: 'Nordics' } },
  {
    type: 'portfolio.EnterpriseDescribed',
    data: { name: 'Acme', currency: 'EUR', capacity: 2, planReviewDays: 60, from: null },
  },
  { type: 'portfolio.DivisionOpened', data: { divisionId: 'sued', code: 'SUED', name: 'South' } },
  { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'nord', from: null, to: 'dora' } },
];

export const register = (code: string, over: Partial<AccountDetails>): AccountEvent => ({
  type: 'portfolio.AccountRegistered',
  data: { code, ...details, ...over },
});

/** Scored alike on every criterion of an axis. */
export function score(attractiveness: number, standing: number): AccountEvent {
  const scores = Object.fromEntries(
    shippedCriteria.criteria.map(({ id, axis }) => [id, axis === 'standing' ? standing : attractiveness]),
  );
  const axes = axisScores(shippedCriteria, scores);
  const suggested = suggestedCategory(axes);
  return {
    type: 'portfolio.AccountScored',
    data: { criteriaVersion: 1, scores, ...axes, suggested, note: null, from: null },
  };
}
