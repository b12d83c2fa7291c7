import { type Calendar, day, type Step } from '../timeline';
import { accountId, divisionId, type Story } from './story';

/** Two accounts of one customer that were merged, a pair that may be one customer, and one found to be two. */
export function duplicateSteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, unitHead, months } = enterprise;
  if (tenant !== 'aldermoor') return [];
  const step = (at: Date, method: Step['method'], path: string, body: unknown): Step => {
    return { tenant, at, as: unitHead, method, path, body };
  };
  const of = (code: string) => `accounts/${accountId(tenant, code)}`;
  const told = (code: string, facts: object, reason: string) =>
    step(calendar.moment(months * 0.3, 2, 9), 'PATCH', of(code), { ...facts, reason });
  const twin = {
    code: 'AT-00417',
    name: 'Alpenglas GmbH & Co KG',
    industry: 'Paper and packaging',
    countries: ['AT'],
    divisionIds: [divisionId(tenant, 'DAC')],
    spend: 640_000,
    sites: ['Linz'],
  };
  const head = { name: 'Franz Obermayr', jobTitle: 'Head of purchasing', function: 'Purchasing', level: 'senior' };
  const asked = calendar.moment(months * 0.55, 3, 12);
  const one = 'One company: the Linz plant was kept as a customer of its own in the old billing system.';
  return [
    step(calendar.moment(months * 0.6, 1, 10), 'POST', 'accounts', twin),
    step(calendar.moment(months * 0.55, 3, 11), 'POST', `${of(twin.code)}/contacts`, {
      ...head,
      purpose: 'Serving the customer',
    }),
    step(asked, 'POST', `${of(twin.code)}/relationship-levels`, {
      level: 'commodity',
      effectiveOn: day(asked),
      reason: 'The plant buys by price, from three suppliers.',
    }),
    step(asked, 'POST', `${of(twin.code)}/wallet-shares`, {
      on: day(asked),
      ours: 640_000,
      total: 2_100_000,
      source: 'Head of purchasing of the plant',
    }),
    step(calendar.moment(months * 0.4, 1, 10), 'POST', `${of(twin.code)}/merge`, {
      into: accountId(tenant, 'K-2002'),
      keep: { sites: 'both', spend: 'both' },
      reason: one,
    }),
    told('K-6005', { duns: '750318264' }, 'Taken over from the credit agency.'),
    told('K-6009', { duns: '750318264' }, 'Taken over from the credit agency.'),
    told('K-1001', { vat: 'SE556012345601' }, 'From the invoices of the year.'),
    told('K-1007', { vat: 'SE556012345601' }, 'From the invoices of the year.'),
    step(calendar.moment(months * 0.2, 4, 15), 'POST', `${of('K-1001')}/not-a-duplicate`, {
      otherId: accountId(tenant, 'K-1007'),
      reason: 'Two companies that invoice as one VAT group; they buy apart and decide apart.',
    }),
    step(calendar.moment(0.5, 2, 9), 'POST', 'list-views', {
      list: 'accounts',
      name: 'Key accounts by spend',
      query: 'category=strategic%2Cstar%2Cstatus&sort=-spend',
      columns: ['code', 'category', 'spend', 'potential', 'lead', 'sponsor', 'countries'],
      shared: true,
    }),
  ];
}
