import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

describe('a move between categories takes two people', () => {
  let product: ProductUnderTest;
  let unitHead: Caller;
  let lead: Caller;
  let manager: Caller;
  let account: string;

  const move = { category: 'strategic', effectiveOn: '2026-01-01', reason: 'Two plants moved to us' };
  const present = async () => (await unitHead.get(account)).body;
  const moves = async () => (await unitHead.get(`${account}/category-moves`)).body.items;

  beforeAll(async () => {
    product = await startProduct();
    unitHead = await product.as('marcus');
    lead = await product.as('priya');
    manager = await product.as('ines');
    const leadId = (await manager.get('t/aldermoor/me')).body.person.id;
    const { body } = await unitHead.post('t/aldermoor/accounts', { code: 'K-1', name: 'Norrland Dairy', leadId });
    account = `t/aldermoor/accounts/${body.id}`;
    const first = { category: 'star', effectiveOn: '2025-01-01', reason: 'Room to grow' };
    expect((await unitHead.post(`${account}/categorisation`, first)).status).toBe(200);
    for (const caller of [lead, manager]) unitHead.tells(caller);
  });
  afterAll(() => product.stop());

  it('the manager of the account proposes, and nothing moves', async () => {
    expect((await manager.post(`${account}/category-moves`, { ...move, reason: '' })).status).toBe(422);
    expect((await manager.post(`${account}/category-moves`, move)).status).toBe(201);
    manager.tells(unitHead);
    expect(await moves()).toMatchObject([{ state: 'open', from: 'star', to: 'strategic', direction: 'up' }]);
    expect(await present()).toMatchObject({ category: 'star' });
  });

  it('a manager approves nothing, and the unit head may refuse with a reason', async () => {
    const [{ id }] = await moves();
    expect((await manager.post(`${account}/category-moves/${id}/approval`, {})).status).toBe(403);
    expect((await unitHead.post(`${account}/category-moves/${id}/refusal`, {})).body.code).toBe(
      'category.reason-missing',
    );
    expect(
      (await unitHead.post(`${account}/category-moves/${id}/refusal`, { reason: 'After the tender' })).status,
    ).toBe(200);
    expect(await moves()).toMatchObject([{ state: 'refused', endReason: 'After the tender' }]);
  });

  it('whoever proposes does not approve; somebody else does, and both are named', async () => {
    await unitHead.post(`${account}/category-moves`, move);
    const [{ id }] = await moves();
    expect((await unitHead.post(`${account}/category-moves/${id}/approval`, {})).body.code).toBe(
      'category.own-proposal',
    );
    unitHead.tells(lead);
    expect((await lead.post(`${account}/category-moves/${id}/approval`, {})).status).toBe(200);
    lead.tells(unitHead);
    const { decisions } = (await unitHead.get(`${account}/categories`)).body;
    expect(decisions.at(-1)).toMatchObject({ to: 'strategic', holds: { from: '2026-01-01', until: null } });
    expect(decisions.at(-1).proposedBy).not.toBe(decisions.at(-1).approvedBy);
    expect(await present()).toMatchObject({ category: 'strategic', comingOn: null });
  });

  it('a decision for a day to come shows as coming and leaves the category as it is', async () => {
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await unitHead.post(`${account}/category-moves`, { ...move, category: 'not-key', effectiveOn: soon });
    const [{ id }] = await moves();
    unitHead.tells(lead);
    await lead.post(`${account}/category-moves/${id}/approval`, {});
    lead.tells(unitHead);
    expect(await present()).toMatchObject({ category: 'strategic', comingCategory: 'not-key', comingOn: soon });
  });

  it('a decision recorded wrongly is corrected, and both stay readable', async () => {
    const { decisions } = (await unitHead.get(`${account}/categories`)).body;
    const wrong = decisions.at(-1).id as number;
    const path = `${account}/category-decisions/${wrong}/correction`;
    expect((await manager.post(path, { to: null, reason: 'Other account' })).status).toBe(403);
    expect((await lead.post(path, { to: null, reason: '' })).body.code).toBe('category.reason-missing');
    expect((await lead.post(path, { to: null, reason: 'It was meant for another account' })).status).toBe(200);
    lead.tells(unitHead);
    expect(await present()).toMatchObject({ category: 'strategic', comingOn: null });
    const after = (await unitHead.get(`${account}/categories`)).body.decisions;
    expect(after.at(-1)).toMatchObject({ id: wrong, to: 'not-key', holds: null, correction: { to: null } });
  });
});
