import type { ReadModelHarness } from '@mainstay/testing';
import { enterpriseEvents, portfolioHarness, register } from '../../testing/portfolio';
import { categorised, recategorised } from '../account.fixtures';
import { CategoryHistoryQueries } from './category-history.queries';

describe('the category history', () => {
  let harness: ReadModelHarness;
  let queries: CategoryHistoryQueries;
  let afterTheFirst: Date;

  beforeAll(async () => {
    harness = await portfolioHarness();
    queries = new CategoryHistoryQueries(harness.readStore);
    await harness.append('portfolio.enterprise', 'acme', enterpriseEvents);
    await harness.append('portfolio.account', 'a', [register('ALD', { divisionIds: ['nord'] })]);
    ({ recorded: afterTheFirst } = await harness.append('portfolio.account', 'a', [categorised('star', '2024-01-01')]));
    await harness.append('portfolio.account', 'a', [recategorised('star', 'strategic', '2025-01-01')], {
      actor: 'olga',
    });
    await harness.append('portfolio.account', 'a', [recategorised('strategic', 'not-key', '2026-06-01')]);
    await harness.append('portfolio.account', 'b', [register('BIR', { divisionIds: ['sued'] })]);
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('holds every decision with both clocks, who, why, approver and suggestion', async () => {
    const history = await queries.history(harness.context(), 'a', '2026-03-01');
    expect(history).toMatchObject({ accountId: 'a', version: 4, on: '2026-03-01' });
    expect(history!.decisions).toMatchObject([
      {
        from: 'prospect',
        to: 'star',
        first: true,
        effectiveOn: '2024-01-01',
        holds: { from: '2024-01-01', until: '2025-01-01' },
        decidedBy: 'hanna',
        approvedBy: null,
        reason: 'Chosen',
      },
      {
        from: 'star',
        to: 'strategic',
        first: false,
        effectiveOn: '2025-01-01',
        holds: { from: '2025-01-01', until: '2026-06-01' },
        recordedBy: 'olga',
        approvedBy: 'sam',
        suggested: 'strategic',
        criteriaVersion: 1,
      },
      { from: 'strategic', to: 'not-key', effectiveOn: '2026-06-01', holds: { from: '2026-06-01', until: null } },
    ]);
    expect(history!.decisions.map(({ recordedAt }) => recordedAt)).toEqual(
      history!.decisions.map(({ recordedAt }) => recordedAt).sort(),
    );
  });

  it.each([
    ['2023-12-31', undefined],
    ['2024-12-31', 'star'],
    ['2025-01-01', 'strategic'],
    ['2026-06-01', 'not-key'],
  ])('says what holds in the business on %s', async (on, category) => {
    const { inForce, decisions } = (await queries.history(harness.context(), 'a', on))!;
    expect(decisions.find(({ id }) => id === inForce)?.to).toBe(category);
  });

  it('says what held on a day as far as was recorded by a past moment', async () => {
    const { inForce, decisions } = (await queries.history(
      harness.context({ asAt: afterTheFirst }),
      'a',
      '2026-03-01',
    ))!;
    expect(decisions).toMatchObject([{ to: 'star', holds: { until: null }, id: inForce }]);
  });

  it('is empty for a prospect, and nothing for an account that is unknown or out of scope', async () => {
    const head = harness.context({ actor: 'dora', roles: ['division-head'] });
    expect(await queries.history(harness.context(), 'b', '2026-01-01')).toMatchObject({ inForce: null, decisions: [] });
    expect(await queries.history(harness.context(), 'c', '2026-01-01')).toBeUndefined();
    expect(await queries.history(head, 'a', '2026-01-01')).toBeDefined();
    expect(await queries.history(head, 'b', '2026-01-01')).toBeUndefined();
  });
});
