import type { DomainEvent } from '@mainstay/event-sourcing';
import { portfolioDescriptions, portfolioEvents, portfolioProjections } from '@mainstay/portfolio';
import { assessmentEvents, assessmentProjections } from '@mainstay/assessment';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { auditHistory } from '../entry/audit-history';
import { HistoryQueries } from './history.queries';
import { historyQuery } from './history-filter';

const registered = (code: string, name: string, divisionIds: string[] = []): DomainEvent => ({
  type: 'portfolio.AccountRegistered',
  data: { code, name, industry: 'steel', countries: ['DE'], divisionIds, leadId: null, sponsorId: null, spend: 5 },
});
const merged = (mergeId: string, accountId: string): DomainEvent => ({
  type: 'portfolio.AccountMerged',
  data: {
    mergeId,
    survivor: { accountId, code: accountId, name: accountId },
    facts: {},
    contacts: [],
    lines: [],
    cells: [],
    children: [],
    reason: 'One customer',
  },
});

describe('the history of an account that others were merged into', () => {
  let harness: ReadModelHarness;
  let queries: HistoryQueries;
  let beforeMerging: Date;

  beforeAll(async () => {
    harness = await readModelHarness({
      projections: [...portfolioProjections, ...assessmentProjections, auditHistory(portfolioDescriptions)],
      events: [portfolioEvents, assessmentEvents],
    });
    const nobody = { people: async () => [] } as unknown as ConstructorParameters<typeof HistoryQueries>[1];
    queries = new HistoryQueries(harness.readStore, nobody, harness.store);
    const append = (id: string, event: DomainEvent) => harness.append('portfolio.account', id, [event]);
    await harness.append('portfolio.enterprise', 'e1', [
      { type: 'portfolio.DivisionOpened', data: { divisionId: 'north', code: 'N', name: 'North' } },
      { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'north', from: null, to: 'nora' } },
    ]);
    await append('m1', registered('M1', 'Maple', ['north']));
    await append('m2', registered('M2', 'Maple Leaf', ['south']));
    beforeMerging = (await append('m3', registered('M3', 'Acer'))).recorded;
    await append('m3', merged('m-1', 'm2'));
    await append('m2', merged('m-2', 'm1'));
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  const page = async (query: object) => (await queries.page(harness.context(), historyQuery.parse(query))).items;
  const told = async (id: string, context = {}) =>
    (await queries.ofRecord(harness.context(context), { type: 'account', id }, { limit: 20 })).items.map(
      ({ type, account, saidAt }) => `${type.split('.')[1]} of ${account?.name}${saidAt ? ` at ${saidAt.code}` : ''}`,
    );

  it('has what was recorded for these, told as theirs, also where one went into the next', async () => {
    const whole = [
      'AccountMerged of Maple Leaf at M2',
      'AccountMerged of Acer at M3',
      'AccountRegistered of Acer at M3',
      'AccountRegistered of Maple Leaf at M2',
      'AccountRegistered of Maple',
    ];
    expect(await told('m1')).toEqual(whole);
    expect(await page({ accountId: 'm1' })).toHaveLength(whole.length);
    expect(await page({ subject: 'account:m1', kind: 'account' })).toHaveLength(3);
    const kinds = await queries.kinds(harness.context(), { accountId: 'm1' });
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
  });

  it('leaves that of the others as it is, and the past without what was merged later', async () => {
    expect(await told('m3')).toEqual(['AccountMerged of Acer', 'AccountRegistered of Acer']);
    const past = { asAt: beforeMerging, now: new Date('2026-02-01T00:00:00Z') };
    expect(await told('m1', past)).toEqual(['AccountRegistered of Maple']);
  });

  it('tells whoever sees the account that stands, but not the others, of that one alone', async () => {
    expect(await told('m1', { roles: ['division-head'], actor: 'nora' })).toEqual(['AccountRegistered of Maple']);
  });

  it('is its own again once they part', async () => {
    await harness.append('portfolio.account', 'm2', [
      { type: 'portfolio.AccountUnmergeStarted', data: { mergeId: 'm-2', reason: 'Two after all' } },
      {
        type: 'portfolio.AccountUnmerged',
        data: { mergeId: 'm-2', survivorId: 'm1', left: [], reason: 'Two after all' },
      },
    ]);
    await harness.whenCaughtUp();
    expect(await told('m1')).toEqual(['AccountRegistered of Maple']);
    expect(await told('m2')).toContain('AccountRegistered of Acer at M3');
  });
});
