import type { ReadModelHarness } from '@mainstay/testing';
import { enterpriseEvents, portfolioHarness } from '../../testing/portfolio';
import { defaultApproval } from '../../account/category';
import { defaultHealthWeights } from '../health-weights';
import { EnterpriseQueries } from './enterprise.queries';

describe('enterprise settings', () => {
  let harness: ReadModelHarness;
  let queries: EnterpriseQueries;
  let beforeTheHead: Date;

  beforeAll(async () => {
    harness = await portfolioHarness();
    queries = new EnterpriseQueries(harness.readStore);
    for (const event of enterpriseEvents) {
      const { recorded } = await harness.append('portfolio.enterprise', 'acme', [event]);
      if (event.type !== 'portfolio.DivisionHeadAppointed') beforeTheHead = recorded;
    }
    const renamed = { divisionId: 'sued', from: 'South', to: 'Åland and the South' };
    await harness.append('portfolio.enterprise', 'acme', [{ type: 'portfolio.DivisionRenamed', data: renamed }]);
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('answer the defaults at version 0 before anything was said', async () => {
    expect(await queries.enterprise(harness.context({ tenant: 'newcomer' }))).toEqual({
      name: '',
      currency: 'EUR',
      capacity: null,
      planReviewDays: 90,
      approval: defaultApproval,
      healthWeights: defaultHealthWeights,
      version: 0,
    });
  });

  it('carry the version of the enterprise through every event, also of its divisions', async () => {
    expect(await queries.enterprise(harness.context())).toEqual({
      name: 'Acme',
      currency: 'EUR',
      capacity: 2,
      planReviewDays: 60,
      approval: defaultApproval,
      healthWeights: defaultHealthWeights,
      version: 5,
    });
  });

  it('list divisions as a dictionary does, with their heads', async () => {
    expect(await queries.divisions(harness.context())).toEqual({
      version: 5,
      items: [
        { id: 'sued', code: 'SUED', name: 'Åland and the South', headId: null },
        { id: 'nord', code: 'NORD', name: 'Nordics', headId: 'dora' },
      ],
    });
  });

  it('read as at a past moment', async () => {
    const context = harness.context({ asAt: beforeTheHead });
    const { items } = await queries.divisions(context);
    expect(items.map(({ name, headId }) => [name, headId])).toEqual([
      ['Nordics', null],
      ['South', null],
    ]);
    expect(await queries.enterprise(context)).toMatchObject({ version: 3 });
  });

  it('tell a division head the divisions that he or she heads, and everybody else all', async () => {
    const head = harness.context({ actor: 'dora', roles: ['division-head'] });
    expect(await queries.divisionScope(head)).toEqual([{ id: 'nord', name: 'Nordics' }]);
    expect(
      await queries.divisionScope(harness.context({ actor: 'dora', roles: ['division-head', 'board-member'] })),
    ).toBe('all');
  });

  it('are the same rows after a rebuild', () => harness.rebuildGivesSameRows());
});
