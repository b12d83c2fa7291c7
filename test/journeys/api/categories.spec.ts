import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const at = (path: string) => `t/aldermoor/${path}`;
interface Setting {
  id: string;
  name: string;
}

describe('categories of the enterprise, and what follows from a move, over HTTP', () => {
  let product: ProductUnderTest;
  let unitHead: Caller;
  let lead: Caller;
  let manager: Caller;
  let board: Caller;
  let managerId: string;
  let boardId: string;
  let account: string;
  let accountId: string;
  const everybody = () => [lead, manager, board];
  const told = (by: Caller) => [unitHead, ...everybody()].forEach((caller) => caller !== by && by.tells(caller));

  beforeAll(async () => {
    product = await startProduct();
    unitHead = await product.as('marcus');
    lead = await product.as('priya');
    manager = await product.as('ines');
    board = await product.as('victor');
    managerId = (await manager.get(at('me'))).body.person.id;
    boardId = (await board.get(at('me'))).body.person.id;
    const facts = { code: 'K-1', name: 'Norrland Dairy', leadId: managerId, sponsorId: boardId, spend: 500_000 };
    accountId = (await unitHead.post(at('accounts'), facts)).body.id;
    account = at(`accounts/${accountId}`);
  }, 120_000);
  afterAll(() => product?.dispose());

  const settings = async (): Promise<{ items: Setting[]; exitPoints: object[] }> =>
    (await unitHead.get(at('categories'))).body;
  const withoutCounts = (items: Setting[]) =>
    items.map(({ accounts: _, ...one }: Setting & { accounts?: number }) => one);

  it('are the shipped ones until it says otherwise; those who answer for the portfolio rename, reorder and add', async () => {
    const shipped = withoutCounts((await settings()).items);
    expect(shipped.map(({ id }) => id)).toEqual(['strategic', 'star', 'status', 'streamline', 'prospect', 'not-key']);
    const climbers = shipped.map((one) => (one.id === 'star' ? { ...one, name: 'Climbers' } : one));
    const [first, ...rest] = climbers;
    const own = [first, { ...first, id: 'own-growth', name: 'Growth', quadrants: [] }, ...rest];
    const body = { categories: own, effectiveOn: '2025-01-01', reason: 'The words that our divisions use' };
    expect((await manager.put(at('categories'), body)).status).toBe(403);
    expect((await unitHead.put(at('categories'), { ...body, reason: '' })).body.code).toBe('categories.reason-missing');
    expect((await unitHead.put(at('categories'), body)).status).toBe(200);
    const { items } = await settings();
    expect(items.map(({ name }) => name)).toEqual([
      'Strategic',
      'Growth',
      'Climbers',
      'Status',
      'Streamline',
      'Prospect',
      'Not key',
    ]);
    expect((await unitHead.get(at('history/of/categories/aldermoor'))).body.items[0]).toMatchObject({
      kind: 'categories',
    });
  });

  it('take accounts, name them in lists and downloads, and are refused where they do not exist', async () => {
    const into = (category: string) => ({ category, effectiveOn: '2025-02-01', reason: 'Room to grow' });
    expect((await unitHead.post(`${account}/categorisation`, into('own-nothing'))).body.code).toBe('category.unknown');
    expect((await unitHead.post(`${account}/categorisation`, into('own-growth'))).status).toBe(200);
    expect((await unitHead.get(at('accounts?category=own-growth&sort=category'))).body.items).toHaveLength(1);
    expect((await unitHead.get(at('accounts/export?format=csv'))).text).toContain('Growth');
    expect((await unitHead.get(at('portfolio/summary'))).body.categories[1]).toMatchObject({
      category: 'own-growth',
      accounts: 1,
    });
  });

  it('say what a move would do to the capacity and whether the account may enter', async () => {
    await (
      await product.as('tessa')
    ).put(at('enterprise'), { name: 'A', currency: 'EUR', capacity: 1, planReviewDays: 90 });
    const { body } = await unitHead.get(`${account}/category-effect?category=strategic`);
    expect(body).toMatchObject({
      direction: 'up',
      category: { before: 0, after: 1 },
      manager: { personId: managerId, before: 50, after: 50 },
      entry: [
        { id: 'minAttractiveness', met: false },
        { id: 'minStanding', met: false },
      ],
    });
  });

  it('a move names what moves with it; decided, it tells those whom it concerns and opens the exit', async () => {
    const move = {
      category: 'not-key',
      effectiveOn: '2025-06-01',
      reason: 'Wants price lists only',
      resources: [{ kind: 'hours', amount: 40, from: accountId, to: 'pool' }],
    };
    const nowhere = { ...move, resources: [{ ...move.resources[0], to: 'no-such-account' }] };
    expect((await manager.post(`${account}/category-moves`, nowhere)).body.code).toBe('resource.place-unknown');
    expect((await manager.post(`${account}/category-moves`, move)).status).toBe(201);
    told(manager);
    const [{ id, checkOn }] = (await unitHead.get(`${account}/category-moves`)).body.items;
    expect(checkOn).toBe('2025-08-30');
    expect((await unitHead.post(`${account}/category-moves/${id}/approval`, {})).status).toBe(200);
    told(unitHead);
    const { body: sponsors } = await board.get(at('notices'));
    expect(sponsors).toMatchObject({ unread: 1, items: [{ kind: 'moved', from: 'own-growth', to: 'not-key' }] });
    const noticeIds = sponsors.items.map((one: Setting) => one.id);
    expect((await manager.post(at('notices/reading'), { noticeIds: ['nobody.1'] })).status).toBe(404);
    expect((await board.post(at('notices/reading'), { noticeIds })).status).toBe(200);
    expect((await board.get(at('notices?unread=true'))).body).toMatchObject({ unread: 0, items: [] });
    expect((await manager.get(at('home'))).body.tasks).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'notices', count: 1 })]),
    );
  });

  it('the exit is seen to point by point, by its owners, until it is complete', async () => {
    const { items } = (await manager.get(`${account}/exits`)).body;
    expect(items).toMatchObject([{ from: 'own-growth', to: 'not-key', complete: false }]);
    const [{ exit, points }] = items;
    expect(points[0]).toMatchObject({ ownerId: managerId, state: 'open' });
    const point = (id: string) => `${account}/exits/${exit}/points/${id}`;
    expect((await board.put(`${point('tell-customer')}/state`, { state: 'done' })).status).toBe(403);
    expect((await manager.put(`${point('tell-customer')}/state`, { state: 'not-relevant' })).status).toBe(422);
    for (const { id } of points) expect((await manager.put(`${point(id)}/state`, { state: 'done' })).status).toBe(200);
    told(manager);
    expect((await lead.get(at('portfolio/exits?state=complete'))).body).toMatchObject({ total: 1, next: null });
    expect((await lead.get(at('portfolio/exits?state=complete&sort=-seen&limit=1'))).body.items).toHaveLength(1);
    expect((await lead.get(at('portfolio/exits?sort=mood'))).status).toBe(400);
    const file = await lead.get(at('portfolio/exits/export?format=csv&state=complete'));
    expect(file.text).toMatch(/Code,Account,From category.*\n.*Norrland Dairy/);
    expect((await lead.get(at('portfolio/exits/export?format=csv&state=open'))).text).not.toContain('Norrland Dairy');
    expect((await lead.get(at('portfolio/exits?state=open'))).body).toMatchObject({ total: 0 });
    expect((await unitHead.get(`${account}/exits`)).body.items[0].complete).toBe(true);
  });

  it('the resource named becomes a task on its day, and is held against what moved', async () => {
    const due = (await lead.get(at('home'))).body.tasks;
    expect(due).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'check-resource', count: 1 })]));
    const [{ id, state }] = (await lead.get(at('portfolio/resources'))).body.items;
    expect(state).toBe('due');
    const line = `${account}/resources/${id}`;
    expect((await manager.put(line, { moved: 40 })).status).toBe(403);
    expect((await lead.put(line, { moved: 10 })).body.code).toBe('resource.note-missing');
    expect((await lead.put(line, { moved: 10, note: 'The rest in autumn' })).status).toBe(200);
    const { body } = await lead.get(at('portfolio/resources?state=not-kept'));
    expect(body).toMatchObject({
      items: [{ moved: 10, amount: 40 }],
      totals: [{ kind: 'hours', promised: 40, moved: 10 }],
    });
    expect((await lead.get(at('portfolio/resources/export?format=csv'))).text).toContain('Growth');
  });

  it('what an account receives is held against what its category is entitled to', async () => {
    const { body } = await lead.get(`${account}/entitlement`);
    expect(body.held).toMatchObject({ category: 'not-key', verdict: 'over' });
    expect((await lead.get(at('portfolio/entitlement?state=over'))).body).toMatchObject({ total: 1, over: 1 });
    expect((await lead.get(at('portfolio/entitlement/export?format=csv'))).text).toContain('Norrland Dairy');
    expect((await lead.get(at('accounts/nobody/entitlement'))).status).toBe(404);
  });

  it('a category with accounts is retired only with a target, into which they move', async () => {
    const second = (await unitHead.post(at('accounts'), { code: 'K-2', name: 'Birch Paper' })).body.id;
    const into = { category: 'own-growth', effectiveOn: '2025-03-01', reason: 'Chosen' };
    await unitHead.post(at(`accounts/${second}/categorisation`), into);
    const categories = withoutCounts((await settings()).items).filter(({ id }) => id !== 'own-growth');
    const body = { categories, effectiveOn: '2025-09-01', reason: 'Nobody knew the difference' };
    expect((await unitHead.put(at('categories'), body)).body.code).toBe('categories.in-use');
    expect((await unitHead.put(at('categories'), { ...body, targets: { 'own-growth': 'star' } })).status).toBe(200);
    expect((await unitHead.get(at(`accounts/${second}`))).body).toMatchObject({ category: 'star' });
    expect((await settings()) as object).toMatchObject({ former: [{ id: 'own-growth', name: 'Growth' }] });
  });

  it('the list of an exit is the enterprise’s own', async () => {
    const points = [{ id: 'tell', text: 'Tell them', days: 0, on: ['de-select'] }];
    expect((await lead.put(at('categories/exit-list'), { points, reason: 'One is enough' })).status).toBe(200);
    lead.tells(unitHead);
    expect((await settings()).exitPoints).toEqual(points);
  });
});
