import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const people = 't/aldermoor/people';
const anna = { personId: 'subject-anna', name: 'Anna Höglund', email: 'anna@example.com', role: 'assessor' };

describe('people over HTTP', () => {
  let product: ProductUnderTest;
  let administrator: Caller;
  let manager: Caller;
  let elsewhere: Caller;
  let known: Date;

  beforeAll(async () => {
    product = await startProduct();
    [administrator, manager, elsewhere] = await Promise.all([
      product.as('tessa'),
      product.as('ines'),
      product.as('sam'),
    ]);
    expect((await administrator.post(people, anna)).status).toBe(201);
    await administrator.post(people, {
      personId: 'subject-bo',
      name: 'Bo Ek',
      email: 'bo@example.com',
      role: 'board-member',
    });
    known = new Date();
  }, 120_000);
  afterAll(() => product?.dispose());

  it('are read by everyone who works here, by name', async () => {
    const { body } = await administrator.get(people);
    expect(body).toMatchObject({ total: 2, next: null });
    expect(body.items[0]).toEqual({
      id: 'subject-anna',
      name: 'Anna Höglund',
      email: 'anna@example.com',
      role: 'assessor',
      erased: false,
      divisionId: null,
      lineManagerId: null,
      version: 1,
    });
    expect((await manager.get(people)).status).toBe(200);
    expect((await administrator.get(`${people}?q=BO@EX`)).body.items).toMatchObject([{ name: 'Bo Ek' }]);
    expect((await administrator.get(`${people}?role=assessor`)).body.total).toBe(1);
  });

  it('are paged without loss', async () => {
    const { body: first } = await administrator.get(`${people}?limit=1`);
    const { body: second } = await administrator.get(`${people}?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['subject-anna', 'subject-bo']);
    expect(second.next).toBeNull();
    expect((await administrator.get(`${people}?cursor=nobody`)).status).toBe(400);
  });

  it('are downloaded as CSV', async () => {
    const { text, headers } = await administrator.get(`${people}/export`);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('Anna Höglund,anna@example.com,assessor');
  });

  it('are added and changed by the tenant administrator alone', async () => {
    expect((await manager.post(people, { ...anna, personId: 'x' })).status).toBe(403);
    expect((await manager.patch(`${people}/subject-anna`, { name: 'X' })).status).toBe(403);
    expect((await manager.post(`${people}/subject-anna/erasure`, { reason: 'X' })).status).toBe(403);
  });

  it('are added once, however often the request is sent', async () => {
    const key = { 'idempotency-key': 'add-cleo-to-the-programme' };
    const cleo = { ...anna, personId: 'subject-cleo', name: 'Cleo Ray', email: 'cleo@example.com' };
    expect((await administrator.post(people, cleo, key)).body).toMatchObject({ version: 1, changed: true });
    expect((await administrator.post(people, cleo, key)).body).toMatchObject({ version: 1, changed: false });
    expect(await administrator.post(people, { ...cleo, name: 'Other' })).toMatchObject({ status: 409 });
  });

  it('are refused without a name or with an address that is none', async () => {
    const refused = await administrator.post(people, { ...anna, name: ' ', email: 'nowhere' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual(['name', 'email']);
  });

  it('change under the version that was seen, and never unseen', async () => {
    const path = `${people}/subject-bo`;
    const changed = await administrator.patch(path, { name: 'Bo Lind', reason: 'Married' }, { 'if-match': '"1"' });
    expect(changed.headers['etag']).toBe('"2"');
    expect(await administrator.patch(path, { name: 'Bo Berg' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { changes: [{ version: 2, type: 'people.MemberChanged' }] },
    });
    expect((await administrator.get(path)).body).toMatchObject({
      name: 'Bo Lind',
      email: 'bo@example.com',
      version: 2,
    });
    expect((await administrator.patch(`${people}/nobody`, { name: 'X' })).status).toBe(404);
  });

  it('of one enterprise are unknown to another', async () => {
    expect((await elsewhere.get('t/brackwater/people')).body.total).toBe(0);
    expect((await elsewhere.get(people)).status).toBe(404);
    expect((await elsewhere.get('t/brackwater/people/subject-anna')).status).toBe(404);
  });

  it('lose name and address for good when erased, in the past and in the history too', async () => {
    const erased = await administrator.post(`${people}/subject-anna/erasure`, { reason: 'Asked for it' });
    expect(erased).toMatchObject({ status: 200, body: { version: 2 } });
    const gone = { name: null, email: null, erased: true, role: 'assessor' };
    expect((await administrator.get(`${people}/subject-anna`)).body).toMatchObject(gone);
    const past = await administrator.get(`${people}?asAt=${known.toISOString()}`);
    expect(past.status).toBe(200);
    expect(JSON.stringify(past.body)).not.toContain('Höglund');
    expect((await administrator.get('t/aldermoor/history')).text).not.toMatch(/Höglund|anna@example/);
    expect((await administrator.post(people, anna)).status).toBe(422);
    expect((await administrator.post(`${people}/subject-anna/erasure`, { reason: 'Again' })).body.changed).toBe(false);
  });
});
