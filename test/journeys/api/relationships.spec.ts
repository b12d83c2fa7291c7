import { type ProductUnderTest, startProduct } from '../../support/product';

describe('whom we know at a customer, and who of ours works for it', () => {
  let product: ProductUnderTest;
  let account: string;
  let contact: string;

  beforeAll(async () => {
    product = await startProduct();
    const marcus = await product.as('marcus');
    const ines = await product.as('ines');
    const { body } = await marcus.post('t/aldermoor/accounts', {
      code: 'K-1',
      name: 'Norrland Dairy',
      leadId: (await ines.get('t/aldermoor/me')).body.person.id,
    });
    account = `t/aldermoor/accounts/${body.id}`;
  });
  afterAll(() => product.stop());

  const adding = { name: 'Maja Nyström', jobTitle: 'COO', level: 'board', purpose: 'Running the account' };

  it('the manager who leads the account adds a contact and meets the person', async () => {
    const ines = await product.as('ines');
    const added = await ines.post(`${account}/contacts`, adding);
    expect(added.status).toBe(201);
    contact = `${account}/contacts/${added.body.id}`;
    expect((await ines.post(`${contact}/meetings`, { metOn: '2026-01-15', note: 'Annual meeting' })).status).toBe(201);
    const { items } = (await ines.get(`${account}/contacts`)).body;
    expect(items).toMatchObject([{ name: 'Maja Nyström', jobTitle: 'COO', lastContactOn: '2026-01-15', leftOn: null }]);
  });

  it('another manager may read but not change', async () => {
    const jonas = await product.as('jonas');
    expect((await jonas.get(`${account}/contacts`)).status).toBe(200);
    expect((await jonas.post(`${account}/contacts`, adding)).status).toBe(403);
    expect((await jonas.patch(contact, { level: 'senior' })).status).toBe(403);
  });

  it('bad input is refused naming the field', async () => {
    const ines = await product.as('ines');
    const refused = await ines.post(`${account}/contacts`, { ...adding, level: 'king' });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'level']);
    expect((await ines.post(`${account}/contacts`, { ...adding, purpose: ' ' })).body.title).toMatch(/^purpose:/);
    expect((await ines.patch(`${account}/contacts/nobody`, { level: 'senior' })).status).toBe(404);
  });

  it('who left may have come back', async () => {
    const ines = await product.as('ines');
    expect((await ines.put(`${contact}/leaving`, { leftOn: '2026-02-01', reason: 'Retired' })).status).toBe(200);
    expect((await ines.put(`${contact}/leaving`, { leftOn: null, reason: 'Mistaken' })).status).toBe(200);
    expect((await ines.get(`${account}/contacts`)).body.items[0].leftOn).toBeNull();
  });

  it('erasure leaves the history whole and the name nowhere', async () => {
    const ines = await product.as('ines');
    expect((await ines.post(`${contact}/erasure`, {})).status).toBe(400);
    expect((await ines.post(`${contact}/erasure`, { reason: 'Asked for it' })).status).toBe(200);
    const { items } = (await ines.get(`${account}/contacts`)).body;
    expect(items).toMatchObject([{ name: null, erased: true, level: 'board' }]);
    const id = contact.split('/').at(-1);
    const history = await ines.get(`t/aldermoor/history/of/contact/${id}`);
    expect(history.body.items).toHaveLength(5);
    expect(history.text).not.toContain('Nyström');
  });

  it('the team has one leader, members with a part, and remembers who left', async () => {
    const marcus = await product.as('marcus');
    const callum = (await (await product.as('callum')).get('t/aldermoor/me')).body.person.id as string;
    const mei = (await (await product.as('mei')).get('t/aldermoor/me')).body.person.id as string;
    const join = (personId: string, kind: string) =>
      marcus.post(`${account}/team/members`, { personId, kind, role: 'Delivery', joinedOn: '2026-01-01', share: 20 });
    expect((await join(callum, 'leader')).status).toBe(201);
    expect((await join(mei, 'leader')).body.code).toBe('team.second-leader');
    expect((await join(mei, 'core')).status).toBe(201);
    expect((await marcus.patch(`${account}/team/members/${mei}`, { share: 40, reason: 'Agreed' })).status).toBe(200);
    const leaving = { leftOn: '2026-02-01', reason: 'New task' };
    expect((await marcus.post(`${account}/team/members/${callum}/leaving`, leaving)).status).toBe(200);
    const { items } = (await marcus.get(`${account}/team`)).body;
    expect(items).toMatchObject([
      { personId: mei, kind: 'core', share: 40, leftOn: null },
      { personId: callum, leftOn: '2026-02-01' },
    ]);
    const jonas = await product.as('jonas');
    expect(
      (
        await jonas.post(`${account}/team/members`, {
          personId: callum,
          kind: 'core',
          role: 'x',
          joinedOn: '2026-01-01',
        })
      ).status,
    ).toBe(403);
  });
});
