import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

describe('how we stand with a customer', () => {
  let product: ProductUnderTest;
  let ines: Caller;
  let account: string;
  let chief: string;
  let buyer: string;
  let callum: string;

  beforeAll(async () => {
    product = await startProduct();
    ines = await product.as('ines');
    const leadId = (await ines.get('t/aldermoor/me')).body.person.id as string;
    callum = (await (await product.as('callum')).get('t/aldermoor/me')).body.person.id;
    const administrator = await product.as('tessa');
    const person = {
      personId: callum,
      name: 'Callum Reid',
      email: 'callum@aldermoor.example',
      role: 'kam-team-member',
    };
    await administrator.post('t/aldermoor/people', person);
    administrator.tells(ines);
    const marcus = await product.as('marcus');
    const { body } = await marcus.post('t/aldermoor/accounts', { code: 'K-1', name: 'Norrland Dairy', leadId });
    account = `t/aldermoor/accounts/${body.id}`;
    const add = async (name: string, facts: object) => {
      const added = await ines.post(`${account}/contacts`, { name, purpose: 'Running the account', ...facts });
      return added.body.id as string;
    };
    chief = await add('Maja Nyström', { level: 'board', influence: 'decides' });
    buyer = await add('Erik Holmberg', { level: 'middle', function: 'Purchasing', knownBy: [leadId] });
  });
  afterAll(() => product.stop());

  const map = async () => (await ines.get(`${account}/relationships`)).body;

  it('the findings name the gap and on whom all hangs', async () => {
    const { findings, levels } = await map();
    expect(findings).toMatchObject({ contacts: 2, known: 1, gaps: [chief], singleTheirs: buyer, highest: 'middle' });
    expect(levels).toEqual([]);
    const marcus = await product.as('marcus');
    ines.tells(marcus);
    const { body } = await marcus.get('t/aldermoor/portfolio/relationships?kind=gap');
    expect(body.items).toMatchObject([{ name: 'Norrland Dairy', contactName: 'Maja Nyström', level: 'board' }]);
    expect(body.counts).toMatchObject({ gap: 1, 'single-ours': 1, 'single-theirs': 1 });
    const csv = await marcus.get('t/aldermoor/portfolio/relationships/export?kind=gap');
    expect(csv.text.trim().split('\n')).toHaveLength(2);
    expect(csv.text).toContain('Maja Nyström');
  });

  it('somebody comes to know the person, and the gap closes; the contact says so too', async () => {
    const relationship = `${account}/contacts/${chief}/relationships/${callum}`;
    const said = { stance: 'supportive', strength: 'works-with', note: 'Nyström likes short papers' };
    expect((await ines.put(relationship, said)).status).toBe(200);
    expect((await map()).findings).toMatchObject({ known: 2, gaps: [], highest: 'board', singleTheirs: null });
    const { items } = (await ines.get(`${account}/contacts`)).body;
    expect(items[0]).toMatchObject({ id: chief, knownBy: [callum], influence: 'decides' });
    expect((await ines.put(relationship, { ...said, stance: 'champion' })).body.title).toMatch(/^reason:/);
    expect((await ines.put(relationship, { ...said, stance: 'king' })).status).toBe(400);
    expect((await (await product.as('jonas')).put(relationship, said)).status).toBe(403);
  });

  it('the organisation has no circle and no stranger', async () => {
    const line = (from: string, reportsTo: string | null) =>
      ines.put(`${account}/contacts/${from}/reporting-line`, { reportsTo, reason: 'Their chart' });
    expect((await line(buyer, chief)).status).toBe(200);
    expect((await line(chief, buyer)).body.code).toBe('relationship.reporting-cycle');
    expect((await line(chief, 'nobody')).body.code).toBe('relationship.superior-unknown');
    expect((await line('nobody', chief)).status).toBe(404);
    expect((await map()).contacts.find(({ id }: { id: string }) => id === buyer)).toMatchObject({ reportsTo: chief });
  });

  it('the level is kept over time, and stands in the history of the account', async () => {
    const set = (level: string, effectiveOn: string, reason = 'They bought on price') =>
      ines.post(`${account}/relationship-levels`, { level, effectiveOn, reason });
    expect((await set('commodity', '2024-01-01')).status).toBe(200);
    expect((await set('enhanced', '2025-01-01', 'Joint quality team')).status).toBe(200);
    expect((await set('partner', '2025-02-01', '')).body.title).toMatch(/^reason:/);
    expect((await map()).levels.map(({ level }: { level: string }) => level)).toEqual(['enhanced', 'commodity']);
    const history = await ines.get(`t/aldermoor/history/of/account/${account.split('/').at(-1)}`);
    const told = history.body.items.find(({ kind }: { kind: string }) => kind === 'relationship-level');
    expect(told).toMatchObject({
      before: { level: 'commodity' },
      after: { level: 'enhanced' },
      why: 'Joint quality team',
    });
  });

  it('the white space counts what is bought of what could be, and the share of wallet says of which day', async () => {
    const tessa = await product.as('tessa');
    const divisionId = (await tessa.post('t/aldermoor/divisions', { code: 'D-9', name: 'Ninth' })).body.id as string;
    const offeringId = (await tessa.post('t/aldermoor/offerings', { code: 'PUMP', name: 'Pumps' })).body.id as string;
    tessa.tells(ines);
    expect((await ines.post('t/aldermoor/offerings', { code: 'X', name: 'X' })).status).toBe(403);
    const cell = `${account}/white-space/${divisionId}/${offeringId}`;
    expect((await ines.put(cell, { state: 'could' })).status).toBe(200);
    expect((await ines.put(`${account}/white-space/nowhere/${offeringId}`, { state: 'could' })).status).toBe(404);
    const wallet = { on: '2025-01-31', ours: 200, total: 800, source: 'Annual report' };
    expect((await ines.post(`${account}/wallet-shares`, wallet)).status).toBe(200);
    expect((await ines.post(`${account}/wallet-shares`, { ...wallet, ours: 900 })).body.code).toBe('wallet.over-total');
    const space = (await ines.get(`${account}/white-space`)).body;
    expect(space).toMatchObject({
      counts: { bought: 0, could: 1, penetration: 0 },
      wallet: [{ share: 25, on: '2025-01-31' }],
    });
    const renamed = await tessa.patch(`t/aldermoor/offerings/${offeringId}`, { offered: false, reason: 'Sold off' });
    expect(renamed.status).toBe(200);
    tessa.tells(ines);
    expect((await ines.get(`${account}/white-space`)).body.offerings).toEqual([]);
  });

  it('an erased person leaves the chart and takes the notes along, in the history too', async () => {
    await ines.post(`${account}/contacts/${chief}/meetings`, { metOn: '2025-03-01', note: 'Nyström wants a pilot' });
    const meetings = async () => (await ines.get(`${account}/contacts/${chief}/meetings`)).body.items;
    expect(await meetings()).toMatchObject([{ metOn: '2025-03-01', note: 'Nyström wants a pilot' }]);
    expect((await ines.post(`${account}/contacts/${chief}/erasure`, { reason: 'Asked for it' })).status).toBe(200);
    expect(await meetings()).toMatchObject([{ note: '' }]);
    const { contacts } = await map();
    expect(contacts).toMatchObject([{ id: buyer, reportsTo: null }]);
    for (const record of [`contact/${chief}`, `account/${account.split('/').at(-1)}`]) {
      expect((await ines.get(`t/aldermoor/history/of/${record}`)).text).not.toContain('Nyström');
    }
  });

  it('who is not known any more is ended with a reason', async () => {
    const { contacts } = await map();
    const { personId } = contacts[0].relationships[0];
    const ending = `${account}/contacts/${buyer}/relationships/${personId}/ending`;
    expect((await ines.post(ending, {})).status).toBe(400);
    expect((await ines.post(ending, { reason: 'Changed desks' })).status).toBe(200);
    expect((await ines.post(ending, { reason: 'Again' })).status).toBe(404);
    expect((await map()).findings).toMatchObject({ known: 0, singleOurs: null });
  });
});
