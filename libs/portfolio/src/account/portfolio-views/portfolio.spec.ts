import type { ReadModelHarness } from '@mainstay/testing';
import { enterpriseEvents, portfolioHarness, register, score } from '../../testing/portfolio';
import { categorised, recategorised } from '../account.fixtures';
import { lastYear } from './period';
import { PortfolioQueries } from './portfolio.queries';

describe('the portfolio', () => {
  let harness: ReadModelHarness;
  let queries: PortfolioQueries;
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const head = () => harness.context({ actor: 'dora', roles: ['division-head'] });

  beforeAll(async () => {
    harness = await portfolioHarness();
    queries = new PortfolioQueries(harness.readStore);
    await harness.append('portfolio.enterprise', 'acme', enterpriseEvents);
    const account = (id: string, ...events: Parameters<ReadModelHarness['append']>[2]) =>
      harness.append('portfolio.account', id, events);
    await account('a', register('ALD', { name: 'Alder', divisionIds: ['nord'], spend: 500 }), score(8, 8));
    await account('a', categorised('star', '2024-06-01'), recategorised('star', 'strategic', '2025-03-01'));
    await account(
      'b',
      register('BIR', { divisionIds: ['sued'], spend: 300 }),
      score(7, 2),
      categorised('star', '2025-12-31'),
    );
    await account('c', register('CED', { divisionIds: ['sued'], spend: 200 }), categorised('streamline', '2026-01-01'));
    await account('d', register('DOG', { name: 'Dogwood', divisionIds: ['nord'], spend: 50 }));
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('is a matrix of every scored account, with the others beside it', async () => {
    const { points, unscored } = await queries.matrix(harness.context(), {});
    expect(points).toHaveLength(2);
    expect(points.find(({ id }) => id === 'a')).toEqual({
      id: 'a',
      code: 'ALD',
      name: 'Alder',
      spend: 500,
      potential: null,
      investment: null,
      category: 'strategic',
      attractiveness: 8,
      standing: 8,
      suggested: 'strategic',
    });
    expect(unscored.map(({ id }) => id)).toEqual(['c', 'd']);
    expect((await queries.matrix(harness.context(), { divisionId: 'sued' })).points.map(({ id }) => id)).toEqual(['b']);
  });

  it('adds up by category, against the capacity that the programme stated', async () => {
    expect(await queries.summary(harness.context(), period)).toMatchObject({
      accounts: 4,
      scored: 2,
      undecided: 1,
      keyAccounts: 3,
      capacity: 2,
      overCapacityBy: 1,
      categories: [
        { category: 'strategic', accounts: 1, spend: 500 },
        { category: 'star', accounts: 1, spend: 300 },
        { category: 'status', accounts: 0, spend: 0 },
        { category: 'streamline', accounts: 1, spend: 200 },
        { category: 'prospect', accounts: 1, spend: 50 },
        { category: 'not-key', accounts: 0, spend: 0 },
      ],
    });
  });

  it('counts the decisions that took effect in a period, its first and last day included', async () => {
    const { movements } = await queries.summary(harness.context(), { from: '2025-03-01', to: '2025-12-31' });
    expect(movements).toEqual([
      { from: 'prospect', to: 'star', accounts: 1 },
      { from: 'star', to: 'strategic', accounts: 1 },
    ]);
  });

  it('shows a division head the part that trades with the division, without a capacity that is not of that part', async () => {
    expect(await queries.summary(head(), period)).toMatchObject({
      accounts: 2,
      keyAccounts: 1,
      capacity: null,
      overCapacityBy: 0,
      movements: [{ from: 'star', to: 'strategic', accounts: 1 }],
    });
    const { points, unscored } = await queries.matrix(head(), {});
    expect([...points, ...unscored].map(({ id }) => id)).toEqual(['a', 'd']);
  });

  it('takes the twelve months up to the day of the page where no period is asked for', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    expect(lastYear({ now })).toEqual({ from: '2025-03-03', to: '2026-03-02' });
    expect(lastYear({ now, asAt: new Date('2024-02-29T09:00:00Z') })).toEqual({ from: '2023-03-02', to: '2024-02-29' });
  });
});
