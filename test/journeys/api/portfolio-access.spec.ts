import { type Role, roles as everyRole } from '@mainstay/event-sourcing';
import { mayDo, type Permission, policy, type PolicyLine } from '@mainstay/identity';
import { bodyOf } from '../../isolation/bodies';
import { type Ids, nobodys, partsOf, queryOf } from '../../isolation/estate';
import { addressOf, emptyBody, nameOf, type Route, routesOf } from '../../isolation/routes';
import { type Answer, Caller } from '../../support/caller';
import { Mint } from '../../support/mint';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 'aldermoor';
/** Roles that see a part of the accounts; everybody else who may read sees all. */
const partial: readonly Role[] = ['division-head', 'kam-team-member'];
const personOf = (role: Role) => `p-${role}`;

interface Place {
  readonly id: string;
  readonly name: string;
}
/** One pair of accounts a role, so that what one role does to its accounts is nothing to another's. */
interface World {
  /** Led by the manager, in the team of the team member, trading with the division that the division head heads. */
  readonly inside: Place;
  /** Nothing of this. */
  readonly outside: Place;
  /** Trades with the headed division and with another one. */
  readonly crossing: Place;
}

type Outcome = 'answered' | 'forbidden' | 'hidden';
const ofAnswer = ({ status, body }: Answer<{ code?: string }>): Outcome => {
  if (status === 403) return 'forbidden';
  // An unknown contact or move of an account that may be seen is no matter of access.
  return status === 404 && body.code === 'account.not-found' ? 'hidden' : 'answered';
};
/** Nothing was told and nothing done: there is no such part of the account, whoever asks. */
const isNothing = ({ status }: Answer): boolean => status === 404;

/** Whoever reads them marks the notices read that are his or her own. */
const ofOneself = ['markNoticesRead'];

/** Without these a query answers nothing. */
const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getMoveEffect: { category: 'star' },
};

describe('every route of the portfolio, for every role, on a record inside and one outside its scope', () => {
  let product: ProductUnderTest;
  let routes: Route[];
  let headedId: string;
  const callers = new Map<Role, Caller>();
  const worlds = new Map<Role, World>();

  beforeAll(async () => {
    product = await startProduct({ env: { MAINSTAY_REQUESTS_PER_MINUTE: '100000' } });
    const mint = new Mint(product);
    routes = await routesOf(product.url);
    const caller = async (role: Role) =>
      new Caller(product.url, await mint.token(personOf(role), { [tenant]: [role] }));
    for (const role of everyRole) callers.set(role, await caller(role));
    const administrator = callers.get('tenant-administrator')!;
    const made = async (path: string, body: object): Promise<string> => {
      const answer = await administrator.post(`t/${tenant}/${path}`, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
      return answer.body.id as string;
    };
    for (const role of everyRole)
      await made('people', { personId: personOf(role), name: `The ${role}`, email: `${role}@a.example`, role });
    headedId = await made('divisions', { code: 'NORD', name: 'North', headId: personOf('division-head') });
    const other = await made('divisions', { code: 'SUED', name: 'South' });
    const unitHead = callers.get('kam-unit-head')!;
    const account = async (code: string, facts: object): Promise<Place> => {
      const name = `Account ${code}`;
      return { id: await made('accounts', { code, name, ...facts }), name };
    };
    for (const [index, role] of everyRole.entries()) {
      const inside = await account(`IN-${index}`, { divisionIds: [headedId], leadId: personOf('key-account-manager') });
      const outside = await account(`OUT-${index}`, { divisionIds: [other], leadId: 'p-somebody' });
      const crossing = await account(`BOTH-${index}`, { divisionIds: [headedId, other], leadId: 'p-somebody' });
      administrator.tells(unitHead);
      for (const { id } of [inside, crossing]) {
        const place = { personId: personOf('kam-team-member'), joinedOn: '2025-01-01', kind: 'core', role: 'Analyst' };
        const joined = await unitHead.post(`t/${tenant}/accounts/${id}/team/members`, place);
        if (joined.status >= 300) throw new Error(joined.text);
      }
      worlds.set(role, { inside, outside, crossing });
    }
    unitHead.tells(...callers.values());
    administrator.tells(...callers.values());
  }, 180_000);
  afterAll(() => product?.dispose());

  const ofPortfolio = () =>
    routes.filter(
      ({ access }) => access !== undefined && (access.startsWith('portfolio.') || access === 'people.team'),
    );
  const call = (route: Route, role: Role, accountId: string): Promise<Answer<{ code?: string }>> => {
    const nobody = nobodys({ person: personOf(role) } as Ids);
    const otherAccount = worlds.get(role)!.crossing.id;
    const ids = { ...nobody, account: accountId, otherAccount, division: headedId, person: 'p-nobody' };
    const query = { ...asked[route.operationId], ...queryOf(route, { ids, earlierAudit: ids.audit }) };
    const address = addressOf(route, partsOf(tenant, ids), query);
    const body = route.isCommand ? soundBody(route, ids) : undefined;
    return callers.get(role)!.call(route.method, address.slice('/api/'.length), body);
  };
  const soundBody = (route: Route, ids: Ids) => {
    const body = bodyOf(route, 'access', 1, ids) as object | undefined;
    return body ?? emptyBody(route);
  };

  /** What the policy and the rule of the record say together. */
  const expected = (route: Route, role: Role, place: 'inside' | 'outside'): Outcome => {
    const permission = route.access as Permission;
    const line: PolicyLine = policy[permission];
    if (!mayDo([role], permission)) return 'forbidden';
    if (place === 'inside') return 'answered';
    if (partial.includes(role)) return 'hidden';
    return route.isCommand && line.record && role === 'key-account-manager' ? 'forbidden' : 'answered';
  };

  it.each(everyRole)(
    'answers the %s what policy and record say, and nothing else',
    async (role) => {
      const { inside, outside } = worlds.get(role)!;
      const wrong: string[] = [];
      let tried = 0;
      for (const route of ofPortfolio().filter(({ path }) => path.includes('{accountId}'))) {
        // Outside first: what a role does to its own account changes nothing there.
        for (const [place, { id }] of [
          ['outside', outside],
          ['inside', inside],
        ] as const) {
          const answer = await call(route, role, id);
          const [is, should] = [ofAnswer(answer), expected(route, role, place)];
          tried++;
          if (is !== should && !(place === 'outside' && isNothing(answer)))
            wrong.push(`${nameOf(route)} ${place}: ${is} (${answer.status}), should be ${should}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(60);
    },
    120_000,
  );

  it.each(everyRole)('lists to the %s the accounts that it may open, and no other', async (role) => {
    const by = callers.get(role)!;
    const answer = await by.get(`t/${tenant}/accounts?limit=200&q=Account&archived=with`);
    if (!mayDo([role], 'portfolio.read')) {
      expect(answer.status).toBe(403);
      return;
    }
    const { inside, outside, crossing } = worlds.get('feedback-rater')!;
    const names = (answer.body.items as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([inside.name, crossing.name]));
    expect(names.includes(outside.name)).toBe(!partial.includes(role));
    const file = await by.get(`t/${tenant}/accounts/export?q=Account`);
    expect(file.text.includes(outside.name)).toBe(!partial.includes(role));
    expect(file.text.match(new RegExp(`,${crossing.name},`, 'g'))).toHaveLength(1);
  });

  it.each(partial)('tells the %s the history of an account that it may open, and of no other', async (role) => {
    const by = callers.get(role)!;
    const { inside, outside } = worlds.get('feedback-rater')!;
    const entries = async (id: string) => (await by.get(`t/${tenant}/history/of/account/${id}`)).body.items as object[];
    expect((await entries(inside.id)).length).toBeGreaterThan(0);
    expect(await entries(outside.id)).toEqual([]);
  });

  it('lets the Board read everything and change nothing', async () => {
    const commands = ofPortfolio().filter(({ isCommand }) => isCommand);
    const may = commands.filter(({ access }) => mayDo(['board-member'], access as Permission));
    const ofRecords = may.filter(
      ({ access, operationId }) => access !== 'portfolio.views' && !ofOneself.includes(operationId),
    );
    expect(ofRecords.map(nameOf)).toEqual([]);
  });
});
