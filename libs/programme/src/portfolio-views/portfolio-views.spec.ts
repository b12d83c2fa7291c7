import { account, type AccountsWorld, accountsWorld, categorised, levelSet } from '../testing/accounts-world.fixture';
import { HealthQueries } from '../health/health.queries';
import { flowsOf } from './movement';
import { PortfolioViewsQueries } from './portfolio-views.queries';
import { candidatesFilter, candidatesPage, movedQuery, movementQuery } from './portfolio-views.views';

const moved = (from: string, to: string, effectiveOn: string, resources: object[] = []) => ({
  type: 'portfolio.AccountRecategorised',
  data: {
    ...{ from, to, effectiveOn, reason: 'Chosen', decidedBy: 'hanna', approvedBy: 'hanna', resource: null },
    ...{ suggested: null, criteriaVersion: null, resources },
  },
  effectiveOn,
});
describe('views of the portfolio', () => {
  let world: AccountsWorld;
  const now = new Date('2026-03-01T00:00:00Z');
  const queries = () => world.app.get(PortfolioViewsQueries);
  const head = { actor: 'hal' };

  const candidates = async (over: { now: Date }, query: object = {}) =>
    (await queries().candidates(world.db.context(over), candidatesPage.parse(query))).items;

  beforeAll(async () => {
    world = await accountsWorld([HealthQueries, PortfolioViewsQueries]);
    const { db } = world;
    const money = (amount: number, to: string) => ({ kind: 'money', amount, from: 'pool', to });
    await db.append('portfolio.account', 'a1', [
      account('Alder', ['north', 'south'], { countries: ['DE', 'SE'], spend: 100 }),
      categorised('star'),
      moved('star', 'strategic', '2025-09-01', [money(50_000, 'a1'), money(10_000, 'a2')]),
    ]);
    await db.append('portfolio.account', 'a2', [
      account('Birch', ['south'], { spend: 30, countries: ['SE'] }),
      categorised('star'),
    ]);
    await db.append('portfolio.account', 'a3', [account('Cedar', [], { leadId: null, spend: 7 })]);
    await db.append('portfolio.relationships', 'a1', [levelSet('commodity', '2025-12-01')]);
    await db.append('portfolio.relationships', 'a2', [
      levelSet('enhanced', '2024-01-01'),
      levelSet('commodity', '2025-06-01'),
    ]);
    await db.whenCaughtUp();
  });
  afterAll(() => world.close());

  it('counts an account that crosses divisions in each of them, and once in the total', async () => {
    const { groups, total } = await queries().groups(world.db.context({ now }), { by: 'division' });
    expect(groups.map(({ key, accounts, spend }) => [key, accounts, spend])).toEqual([
      ['south', 2, 130],
      ['north', 1, 100],
      ['none', 1, 7],
    ]);
    expect(total).toMatchObject({ accounts: 3, keyAccounts: 2, spend: 137 });
  });

  it.each([
    ['category', ['strategic', 'star', 'prospect']],
    ['manager', ['kim', 'none']],
    ['country', ['SE', 'DE', 'none']],
    ['level', ['commodity', 'none']],
  ] as const)('cuts by %s', async (by, keys) => {
    expect((await queries().groups(world.db.context({ now }), { by })).groups.map(({ key }) => key)).toEqual(keys);
  });

  it('shows a division head the own divisions alone, with the accounts that cross into them', async () => {
    const { groups, total } = await queries().groups(world.db.context({ now, ...head, roles: ['division-head'] }), {
      by: 'division',
    });
    expect(groups.map(({ key, accounts }) => [key, accounts])).toEqual([['north', 1]]);
    expect(total.accounts).toBe(1);
  });

  it('follows the division chosen: its accounts alone, in groups and in movement on either clock', async () => {
    const context = world.db.context({ now });
    const { groups, total } = await queries().groups(context, { by: 'division', divisionId: 'north' });
    expect(groups.map(({ key, accounts }) => [key, accounts])).toEqual([['north', 1]]);
    expect(total).toMatchObject({ accounts: 1, spend: 100 });
    const byManager = await queries().groups(context, { by: 'manager', divisionId: 'nowhere' });
    expect(byManager).toMatchObject({ groups: [], total: { accounts: 0 } });
    for (const clock of ['effective', 'recorded'] as const) {
      const query = { clock, from: '2025-08-01', to: '2026-02-01', divisionId: 'north' };
      const { moved: all } = await queries().moved(context, query);
      expect(all.map(({ name, to }) => [name, to])).toEqual([['Alder', 'strategic']]);
    }
  });

  it('names key accounts that were never raised above commodity while money comes to them, with the evidence', async () => {
    expect(await candidates({ now })).toMatchObject([
      { name: 'Alder', commoditySince: '2025-12-01', everRaised: false, money: 50_000, lastInvestedOn: '2025-09-01' },
    ]);
  });

  it('takes an account for raised where one that was merged into it was, until they part', async () => {
    const survivor = { accountId: 'a1', code: 'Alder', name: 'Alder' };
    const parts = { facts: {}, contacts: [], lines: [], cells: [], children: [], reason: 'One' };
    const { db } = world;
    await db.append('portfolio.account', 'a9', [account('Alder 2', [])]);
    await db.append('portfolio.relationships', 'a9', [levelSet('partner', '2025-06-01')]);
    await db.append('portfolio.account', 'a9', [
      { type: 'portfolio.AccountMerged', data: { mergeId: 'm-1', survivor, ...parts } },
    ]);
    await db.whenCaughtUp();
    expect(await candidates({ now })).toEqual([]);
    await db.append('portfolio.account', 'a9', [
      { type: 'portfolio.AccountUnmerged', data: { mergeId: 'm-1', survivorId: 'a1', left: [], reason: 'Two' } },
      { type: 'portfolio.AccountArchived', data: { reason: 'Tried' } },
    ]);
    await db.whenCaughtUp();
    expect(await candidates({ now })).toHaveLength(1);
  });

  it('names one that was raised once it has been back at commodity for twelve months', async () => {
    const later = new Date('2026-06-01T00:00:00Z');
    const found = await candidates({ now: later });
    expect(found.map(({ name, everRaised }) => [name, everRaised])).toEqual([
      ['Alder', false],
      ['Birch', true],
    ]);
    const first = await queries().candidates(world.db.context({ now: later }), candidatesPage.parse({ limit: 1 }));
    expect(first).toMatchObject({ total: 2, items: [{ name: 'Alder' }] });
    expect(await candidates({ now: later }, { limit: 1, cursor: first.next })).toMatchObject([{ name: 'Birch' }]);
    expect((await candidates({ now: later }, { sort: 'since' })).map(({ name }) => name)).toEqual(['Birch', 'Alder']);
    expect((await candidates({ now: later }, { sort: '-name' })).map(({ name }) => name)).toEqual(['Birch', 'Alder']);
    expect(await candidates({ now: new Date('2026-10-01T00:00:00Z') })).toEqual([]);
  });

  it('names those of one division alone, and all of them for a download, in the same order', async () => {
    const context = world.db.context({ now: new Date('2026-06-01T00:00:00Z') });
    const names = async (query: object) =>
      (await queries().allCandidates(context, candidatesFilter.parse(query))).map(({ name }) => name);
    expect(await names({})).toEqual(['Alder', 'Birch']);
    expect(await names({ sort: 'since' })).toEqual(['Birch', 'Alder']);
    expect(await names({ divisionId: 'north' })).toEqual(['Alder']);
    expect(await queries().candidates(context, candidatesPage.parse({ divisionId: 'north' }))).toMatchObject({
      total: 1,
    });
  });

  it('tells movement by business date, those that stayed too', async () => {
    const { moved: all } = await queries().moved(world.db.context({ now }), {
      clock: 'effective',
      from: '2025-08-01',
      to: '2026-02-01',
    });
    expect(flowsOf(all)).toEqual([
      { from: 'prospect', to: 'prospect', accounts: 1, spend: 7 },
      { from: 'star', to: 'star', accounts: 1, spend: 30 },
      { from: 'star', to: 'strategic', accounts: 1, spend: 100 },
    ]);
  });

  it('tells movement by the moment of recording: nothing stood in the records before', async () => {
    const { moved: all } = await queries().moved(world.db.context({ now }), {
      clock: 'recorded',
      from: '2025-08-01',
      to: '2026-02-01',
    });
    expect(flowsOf(all).map(({ from, to }) => [from, to])).toEqual([
      ['prospect', 'prospect'],
      ['prospect', 'star'],
      ['prospect', 'strategic'],
    ]);
    const none = await queries().moved(world.db.context({ now }), {
      clock: 'recorded',
      from: '2025-01-01',
      to: '2025-09-30',
    });
    expect(none.moved).toEqual([]);
  });

  it('opens a flow by page, in either order of name or spend', async () => {
    const { db } = world;
    const days = { from: '2025-01-01', to: '2026-02-01' };
    const moved = await queries().moved(db.context({ now }), movementQuery.parse(days));
    const [flow] = flowsOf(moved.moved);
    const of = { ...days, before: flow!.from, after: flow!.to };
    for (const sort of ['name', '-spend']) {
      const whole = await queries().movedAccounts(db.context({ now }), movedQuery.parse({ ...of, sort }));
      expect(whole).toMatchObject({ total: flow!.accounts, next: null });
      const paged: string[] = [];
      let cursor: string | null | undefined;
      do {
        const asked = movedQuery.parse({ ...of, sort, limit: '1', ...(cursor ? { cursor } : {}) });
        const page = await queries().movedAccounts(db.context({ now }), asked);
        expect(page.items).toHaveLength(1);
        paged.push(page.items[0]!.name);
        cursor = page.next;
      } while (cursor);
      expect(paged).toEqual(whole.items.map(({ name }) => name));
    }
  });

  it('refuses a period that ends before it begins', async () => {
    const turned = { clock: 'effective', from: '2026-02-01', to: '2025-02-01' } as const;
    await expect(queries().moved(world.db.context({ now }), turned)).rejects.toThrow(/^from: must not be after/);
  });
});
