import type { ReadModelHarness } from '@mainstay/testing';
import { AccountQueries } from '../account/account-register/account.queries';
import { enterpriseEvents, portfolioHarness, register, score } from '../testing/portfolio';
import { ComparisonQueries } from './comparison/comparison.queries';
import { shippedCriteria } from './criteria';
import { CriteriaQueries } from './criteria.queries';
import type { CriteriaSetEvent } from './criteria-sets.events';
import { ScoringQueries } from './scoring/scoring.queries';

const { name, criteria } = shippedCriteria;
const heavier = criteria.map((one) => (one.id === 'customer-view' ? { ...one, weight: 150 } : one));
const extra = { ...criteria[0]!, id: 'sustainability', label: 'Sustainability', spend: false };

describe('criteria as they are read', () => {
  let harness: ReadModelHarness;
  let queries: CriteriaQueries;
  let comparisons: ComparisonQueries;
  let scoring: ScoringQueries;
  let whileDrafting: Date;
  const record = (event: CriteriaSetEvent) => harness.append('portfolio.criteria', 'acme', [event]);
  const summer = () => harness.context({ now: new Date('2026-07-01T09:00:00Z') });
  const spring = () => harness.context({ now: new Date('2026-03-01T09:00:00Z') });

  beforeAll(async () => {
    harness = await portfolioHarness();
    queries = new CriteriaQueries(harness.readStore);
    comparisons = new ComparisonQueries(harness.readStore, queries);
    scoring = new ScoringQueries(new AccountQueries(harness.readStore), queries);
    await harness.append('portfolio.enterprise', 'acme', enterpriseEvents);
    const account = (id: string, ...events: Parameters<ReadModelHarness['append']>[2]) =>
      harness.append('portfolio.account', id, events);
    await account('a', register('ALD', { divisionIds: ['nord'], spend: 500 }), tipped());
    await account('b', register('BIR', { divisionIds: ['sued'], spend: 300 }), score(7, 2));
    await account('c', register('CED', { divisionIds: ['sued'], spend: 200 }));
    await record({ type: 'portfolio.CriteriaDrafted', data: { basedOn: 1, name, criteria } });
    const to = { name: 'Criteria 2026', criteria: heavier };
    const { recorded } = await record({
      type: 'portfolio.CriteriaDraftChanged',
      data: { from: { name, criteria }, to },
    });
    whileDrafting = recorded;
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  /** Cultural fit and readiness high, the customer's own view low: on the border of standing. */
  function tipped() {
    const event = score(8, 9);
    if (event.type !== 'portfolio.AccountScored') throw new Error('score() gives no scores.');
    const scores = { ...event.data.scores, 'customer-view': 2 };
    return { ...event, data: { ...event.data, scores, standing: 5.9, suggested: 'strategic' as const } };
  }

  it('are the shipped ones, at version 0, for an enterprise that said nothing', async () => {
    const nobody = harness.context({ tenant: 'newcomer' });
    expect(await queries.sets(nobody)).toMatchObject({
      version: 0,
      inForce: 1,
      draft: null,
      sets: [{ version: 1, state: 'in-force', accounts: 0, criteria: 11, effectiveOn: null, publishedBy: null }],
    });
    expect(await queries.set(nobody, 2)).toBeUndefined();
  });

  it('compare the draft with the version in force, other suggestions first', async () => {
    const page = await comparisons.page(spring(), { limit: 50 });
    expect(page).toMatchObject({
      inForce: 1,
      counts: { category: 1, moves: 0, stays: 1, 'needs-scoring': 0, unscored: 1 },
      suggestions: [{ from: 'strategic', to: 'star', accounts: 1 }],
      total: 2,
      next: null,
    });
    expect(page.changes.map(({ id }) => id)).toEqual(['cultural-fit', 'kam-readiness', 'customer-view']);
    expect(page.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'category'],
      ['b', 'stays'],
    ]);
  });

  it('page through the comparison, and keep to one outcome', async () => {
    const first = await comparisons.page(spring(), { limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual(['a']);
    const second = await comparisons.page(spring(), { limit: 1, cursor: first.next! });
    expect([second.items.map(({ id }) => id), second.next]).toEqual([['b'], null]);
    expect((await comparisons.all(spring(), { outcome: 'stays' })).map(({ id }) => id)).toEqual(['b']);
  });

  it('show a division head only the accounts of that division', async () => {
    const head = harness.context({ actor: 'dora', roles: ['division-head'] });
    expect(await comparisons.page(head, { limit: 50 })).toMatchObject({ total: 1, items: [{ id: 'a' }] });
    expect(await scoring.scoring(head, 'b')).toBeUndefined();
  });

  it('give the weight that would change an account, nearest first', async () => {
    const answer = await scoring.scoring(spring(), 'a');
    expect(answer?.sensitivity).toMatchObject({ version: 1, suggested: 'strategic' });
    const changes = answer!.sensitivity!.criteria.filter(({ change }) => change !== null);
    expect(changes[0]).toMatchObject({ id: 'customer-view', change: { suggested: 'star' } });
    expect(await scoring.scoring(spring(), 'c')).toEqual({ accountId: 'c', scored: null, sensitivity: null });
    expect(await scoring.scoring(spring(), 'none')).toBeUndefined();
  });

  it('take effect on their day; scores keep the version they were given under', async () => {
    await record({
      type: 'portfolio.CriteriaPublished',
      data: {
        version: 2,
        name: 'Criteria 2026',
        criteria: [...heavier, extra],
        effectiveOn: '2026-06-01',
        reason: 'Their view counts',
        from: { version: 1, name, criteria },
        warning: null,
      },
      effectiveOn: '2026-06-01',
    });
    await harness.whenCaughtUp();
    expect(await queries.sets(spring())).toMatchObject({
      inForce: 1,
      sets: [{ state: 'coming' }, { state: 'in-force' }],
    });
    expect(await queries.sets(summer())).toMatchObject({
      version: 3,
      inForce: 2,
      draft: null,
      sets: [
        { version: 2, state: 'in-force', accounts: 0, publishedBy: 'person-1', reason: 'Their view counts' },
        { version: 1, state: 'former', accounts: 2 },
      ],
    });
    expect(await scoring.scoring(summer(), 'a')).toMatchObject({
      scored: {
        then: { version: 1, standing: 5.9, suggested: 'strategic' },
        now: { version: 2, place: null },
        missing: ['Sustainability'],
      },
      sensitivity: { version: 1 },
    });
    expect(await comparisons.page(summer(), { limit: 50 })).toMatchObject({ inForce: 2, changes: [], suggestions: [] });
  });

  it('read as at a past moment: the draft as it was, and no version that came later', async () => {
    const past = harness.context({ asAt: whileDrafting });
    expect(await queries.sets(past)).toMatchObject({ version: 2, inForce: 1, draft: { name: 'Criteria 2026' } });
    expect(await queries.set(past, 2)).toBeUndefined();
  });

  it('are the same rows after a rebuild', () => harness.rebuildGivesSameRows());
});
