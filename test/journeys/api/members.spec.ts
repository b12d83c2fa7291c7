import { Caller } from '../../support/caller';
import { accessToken, type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(120_000);

let product: ProductUnderTest;
let tessa: Caller;
let beforeAnything: Date;
let whileHelping: Date;
const TESSA = 'd0000000-0000-4000-8000-000000000001';
const JONAS = 'd0000000-0000-4000-8000-000000000005';
const pia = { name: 'Pia Sand', email: 'pia@aldermoor.example', roles: ['assessor'], reason: 'Joins the audit' };

beforeAll(async () => {
  product = await startProduct();
  tessa = await product.as('tessa');
  beforeAnything = new Date();
});
afterAll(() => product?.dispose());

const members = async (query = '') => {
  const { status, body } = await tessa.get(`t/aldermoor/members${query}`);
  expect(status).toBe(200);
  return body.items as { id: string; name: string; email: string; roles: string[]; state: string }[];
};
const historyOf = async (personId: string) =>
  (await tessa.get(`t/aldermoor/history/of/person/${personId}`)).body.items as {
    detail: string;
    why: string | null;
    before: unknown;
    after: unknown;
  }[];

describe('members of an enterprise', () => {
  it('are listed with their roles, searched, filtered and downloaded', async () => {
    const all = await members();
    expect(all.find(({ id }) => id === TESSA)).toMatchObject({ roles: ['tenant-administrator'], state: 'active' });
    expect(all.map(({ name }) => name)).not.toContain('Greta Maier');
    expect((await members('?q=weber')).map(({ id }) => id)).toEqual([JONAS]);
    expect((await members('?role=assessor')).map(({ name }) => name)).toEqual(['Amara Nwosu', 'Ruth Abara']);
    const { text } = await tessa.get('t/aldermoor/members/export?role=assessor');
    expect(text).toContain('Ruth Abara,ruth@aldermoor.example,assessor,active');
  });

  it('are nobody’s business but the administrator’s', async () => {
    const priya = await product.as('priya');
    expect((await priya.get('t/aldermoor/members')).status).toBe(403);
    expect((await priya.post('t/aldermoor/members/invitations', pia)).status).toBe(403);
    expect((await tessa.get('t/brackwater/members')).status).toBe(404);
  });

  it('are invited once, known by name from then on, and told in the history', async () => {
    const { status, body } = await tessa.post('t/aldermoor/members/invitations', pia);
    expect({ status, body }).toEqual({
      status: 201,
      body: { personId: expect.any(String), oneTimePassword: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) },
    });
    const personId = body.personId as string;
    expect(await members('?state=invited')).toEqual([expect.objectContaining({ id: personId, roles: ['assessor'] })]);
    expect((await tessa.get(`t/aldermoor/people/${personId}`)).body).toMatchObject({
      name: 'Pia Sand',
      role: 'assessor',
    });
    expect(await historyOf(personId)).toContainEqual(
      expect.objectContaining({ detail: 'invited', after: { roles: ['assessor'] }, why: 'Joins the audit' }),
    );
    const again = await tessa.post('t/aldermoor/members/invitations', { ...pia, name: 'Somebody Else' });
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: 'access.member-exists' });

    const resent = await tessa.post(`t/aldermoor/members/${personId}/invitation`, {});
    expect(resent.body.oneTimePassword).not.toBe(body.oneTimePassword);
    const withdrawn = await tessa.post(`t/aldermoor/members/${personId}/removal`, { reason: 'Not coming after all' });
    expect(withdrawn.status).toBe(200);
    expect((await members()).map(({ id }) => id)).not.toContain(personId);
    expect((await historyOf(personId)).map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(['invited again', 'invitation withdrawn']),
    );
  });

  it('have the roles set from the next sign-in on, with the reason in the history', async () => {
    const change = { roles: ['key-account-manager', 'assessor'], reason: 'Helps with the audit' };
    expect((await tessa.put(`t/aldermoor/members/${JONAS}/roles`, change)).status).toBe(200);
    const jonas = await product.as('jonas');
    expect((await jonas.get('t/aldermoor/me')).body.roles).toEqual(change.roles);
    expect(await historyOf(JONAS)).toContainEqual(
      expect.objectContaining({
        before: { roles: ['key-account-manager'] },
        after: { roles: change.roles },
        why: 'Helps with the audit',
      }),
    );
    whileHelping = new Date();
    const same = await tessa.put(`t/aldermoor/members/${JONAS}/roles`, { ...change, roles: change.roles.toReversed() });
    expect(same.body).toMatchObject({ changed: false });
    const wordless = await tessa.put(`t/aldermoor/members/${JONAS}/roles`, { roles: [], reason: ' ' });
    expect({ status: wordless.status, title: wordless.body.title }).toEqual({
      status: 400,
      title: 'reason: must say why the roles change',
    });
  });

  it('are gone at once when removed, with a token still in hand; and come back by a new invitation', async () => {
    const nils = await product.as('nils');
    expect((await nils.get('t/aldermoor/accounts')).status).toBe(200);
    const { id } = (await members('?q=nils'))[0]!;
    expect((await tessa.post(`t/aldermoor/members/${id}/removal`, { reason: 'Left' })).status).toBe(200);
    const refused = await nils.get('t/aldermoor/accounts');
    expect({ status: refused.status, code: refused.body.code, challenge: refused.headers['www-authenticate'] }).toEqual(
      {
        status: 401,
        code: 'token.membership-ended',
        challenge: 'Bearer realm="mainstay", error="invalid_token"',
      },
    );
    expect((await (await product.as('nils')).get('t/aldermoor/accounts')).status).toBe(404);

    const back = { name: 'Nils Bergström', email: 'nils@aldermoor.example', roles: ['key-account-manager'] };
    const { body } = await tessa.post('t/aldermoor/members/invitations', back);
    expect(body).toEqual({ personId: id, oneTimePassword: null });
    const returned = new Caller(product.url, await tokenAfter('nils', new Date()));
    expect((await returned.get('t/aldermoor/accounts')).status).toBe(200);
  });

  it('always have an administrator: nobody removes or demotes himself or herself', async () => {
    const own = await tessa.post(`t/aldermoor/members/${TESSA}/removal`, { reason: 'Enough' });
    expect({ status: own.status, code: own.body.code }).toEqual({ status: 422, code: 'access.oneself' });
    const demoted = await tessa.put(`t/aldermoor/members/${TESSA}/roles`, { roles: ['assessor'], reason: 'Enough' });
    expect({ status: demoted.status, code: demoted.body.code }).toEqual({
      status: 422,
      code: 'access.own-administration',
    });
  });

  it('are told apart from people who are not: unknown, or of another enterprise', async () => {
    const greta = 'd0000000-0000-4000-8000-000000000014';
    for (const id of ['p-nobody', greta]) {
      const { status, body } = await tessa.post(`t/aldermoor/members/${id}/removal`, { reason: 'x' });
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'member.not-found' });
    }
  });

  it('outlast a restart', async () => {
    const before = await members();
    await product.stop();
    product = await startProduct({ dataFolder: product.dataFolder });
    tessa = await product.as('tessa');
    expect(await members()).toEqual(before);
  });

  it('are read as at a past moment as far as they were decided here', async () => {
    const change = { roles: ['key-account-manager'], reason: 'The audit is done' };
    await tessa.put(`t/aldermoor/members/${JONAS}/roles`, change);
    // A moment of the last second reads as now.
    while (Date.now() < whileHelping.getTime() + 1_100) await members();
    expect(await members(`?asAt=${whileHelping.toISOString()}`)).toEqual([
      expect.objectContaining({ id: JONAS, roles: ['key-account-manager', 'assessor'] }),
    ]);
    expect(await members(`?asAt=${beforeAnything.toISOString()}`)).toEqual([]);
  });
});

/** A token of a later second than the moment: tokens say their time in whole seconds. */
async function tokenAfter(username: string, moment: Date): Promise<string> {
  for (;;) {
    const token = await accessToken(product.url, username);
    const { iat } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { iat: number };
    if (iat * 1_000 > moment.getTime()) return token;
  }
}
