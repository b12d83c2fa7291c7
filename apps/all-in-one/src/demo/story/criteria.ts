import type { Calendar, Step } from '../timeline';
import type { Catalogues, Story } from './story';

/** What the unit head of the larger enterprise would weigh differently; the draft waits for its decision. */
const weights: Readonly<Record<string, number>> = { 'spend-potential': 35, growth: 25, 'customer-view': 30 };

interface Fed {
  readonly field: 'spend' | 'growth';
  readonly bands: readonly { readonly from: number | null; readonly to: number | null; readonly score: number }[];
}

/** What an account spends follows from the books; nobody has to judge it. */
const bySpend: Fed = {
  field: 'spend',
  bands: [
    { from: null, to: 2_000_000, score: 1 },
    { from: 2_000_000, to: 5_000_000, score: 3 },
    { from: 5_000_000, to: 10_000_000, score: 5 },
    { from: 10_000_000, to: 20_000_000, score: 8 },
    { from: 20_000_000, to: null, score: 10 },
  ],
};

/** Growth of the customer is known from its accounts, in per cent a year. */
const byGrowth: Fed = {
  field: 'growth',
  bands: [
    { from: null, to: 0, score: 1 },
    { from: 0, to: 3, score: 4 },
    { from: 3, to: 8, score: 7 },
    { from: 8, to: null, score: 10 },
  ],
};
const fedBy: Readonly<Record<string, Fed>> = { 'spend-potential': bySpend, growth: byGrowth };

export function criteriaSteps({ enterprise }: Story, { criteria }: Catalogues, calendar: Calendar): Step[] {
  if (enterprise.alias !== 'aldermoor') return [];
  const { alias: tenant, unitHead: as } = enterprise;
  const drafted = criteria.map((criterion) => ({
    ...criterion,
    weight: weights[criterion.id] ?? criterion.weight,
    ...(fedBy[criterion.id] ? { fed: fedBy[criterion.id] } : {}),
  }));
  return [
    { tenant, as, at: calendar.moment(1, 0, 9), method: 'POST', path: 'criteria-sets/draft', body: { basedOn: 1 } },
    {
      tenant,
      as,
      at: calendar.moment(1, 0, 10),
      method: 'PUT',
      path: 'criteria-sets/draft',
      body: { name: 'More weight on growth', criteria: drafted },
    },
  ];
}
