import { account, type AccountsWorld, accountsWorld, categorised } from '../testing/accounts-world.fixture';
import { EntitlementQueries } from './entitlement.queries';
import { entitlementPage } from './entitlement.views';

const joined = (accountId: string, share: number) => ({
  type: 'people.TeamMemberJoined',
  data: {
    accountId,
    personId: `of-${accountId}`,
    joinedOn: '2025-01-01',
    kind: 'core',
    role: '',
    function: '',
    divisionId: null,
    location: '',
    dedicated: false,
    share,
    line: 'solid',
  },
});

describe('what accounts receive, held against what their categories are entitled to', () => {
  let world: AccountsWorld;
  const now = new Date('2026-03-01T00:00:00Z');
  const queries = () => world.app.get(EntitlementQueries);
  const list = (query: object = {}, over: object = {}) =>
    queries().page(world.db.context({ now, ...over }), entitlementPage.parse(query));

  beforeAll(async () => {
    world = await accountsWorld([EntitlementQueries]);
    const { db } = world;
    await db.append('portfolio.account', 'a1', [
      account('Alder', ['north'], { sponsorId: 'sam' }),
      categorised('strategic'),
    ]);
    await db.append('portfolio.account', 'a2', [account('Birch', ['south']), categorised('streamline')]);
    await db.append('portfolio.account', 'a3', [
      account('Cedar', ['south'], { sponsorId: 'sam' }),
      categorised('not-key'),
    ]);
    await db.append('portfolio.account', 'a4', [account('Damson', ['south']), categorised('not-key')]);
    await db.append('people.team', 'a1', [joined('a1', 90)]);
    await db.whenCaughtUp();
  });
  afterAll(() => world.close());

  it('lists key accounts, and others that receive something all the same', async () => {
    const { items, total, under, over } = await list({ sort: 'name' });
    expect(items.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Alder', 'under'],
      ['Birch', 'under'],
      ['Cedar', 'over'],
    ]);
    expect({ total, under, over }).toEqual({ total: 3, under: 2, over: 1 });
  });

  it('holds reviews, plan, sponsor, team and the manager’s work against the category', async () => {
    const { items } = await list({ q: 'ald' });
    expect(items[0]!.measures).toEqual([
      { id: 'reviews', entitled: 4, received: 0, verdict: 'under' },
      { id: 'plan', entitled: 1, received: 0, verdict: 'under' },
      { id: 'sponsor', entitled: 1, received: 1, verdict: 'as-entitled' },
      { id: 'teamTime', entitled: 100, received: 90, verdict: 'as-entitled' },
      { id: 'investment', entitled: null, received: null, verdict: 'not-said' },
      { id: 'managerLoad', entitled: 100, received: 63, verdict: 'as-entitled' },
      { id: 'contacts', entitled: null, received: 0, verdict: 'not-said' },
    ]);
  });

  it('pages and filters, and shows a division head the accounts of the division alone', async () => {
    const first = await list({ sort: 'name', limit: 2 });
    const second = await list({ sort: 'name', limit: 2, cursor: first.next! });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Alder', 'Birch', 'Cedar']);
    expect(second.next).toBeNull();
    expect((await list({ state: 'over' })).items).toMatchObject([{ name: 'Cedar', over: 1 }]);
    const head = { actor: 'hal', roles: ['division-head'] };
    expect((await list({}, head)).items.map(({ name }) => name)).toEqual(['Alder']);
    expect(await queries().one(world.db.context({ now, ...head, roles: ['division-head'] }), 'a2')).toBeUndefined();
    expect(await queries().one(world.db.context({ now }), 'a1')).toMatchObject({ responseHours: 4, verdict: 'under' });
  });
});
