import 'reflect-metadata';
import { roles } from '@mainstay/event-sourcing';
import { mayDo, type Permission, policy } from '@mainstay/identity';
import { DEMO_PASSWORD, demoPeople } from '../../apps/all-in-one/src/demo/people';
import { accessToken, type ProductUnderTest, startProduct } from '../support/product';
import { Attempts } from './attempts';
import { type Estate, nobodys, partsOf, queryOf, settle } from './estate';
import { handlers } from './handlers';
import { Mint } from '../support/mint';
import { describeOddInput } from './odd-input';
import { describeOtherTenants } from './other-tenants';
import { addressOf, emptyBody, nameOf, type Route, routesOf } from './routes';
import { describeTokenAttacks } from './token-attacks';

// Thousands of requests; on a busy machine they take their time.
jest.setTimeout(900_000);

/** Whoever may call these need not sign in; whatever else there is asks who is there. */
const publicRoutes = [
  'GET /api/catalogues/organisation-assessment/{version}',
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/metrics',
  'GET /api/config',
  'GET /api/catalogues',
  'GET /api/catalogues/schemas/{kind}',
  'GET /api/catalogues/{kind}/{version}',
  'GET /api/catalogues/phase-audit/{version}',
  'GET /api/catalogues/phase-audit/{version}/structure',
];

let product: ProductUnderTest;
let routes: Route[];
let attempts: Attempts;
let mint: Mint;
let aldermoor: Estate;
let brackwater: Estate;
const world = () => ({ product, routes, attempts, mint, aldermoor, brackwater });

beforeAll(async () => {
  product = await startProduct({ env: { MAINSTAY_REQUESTS_PER_MINUTE: '1000000' } });
  routes = await routesOf(product.url);
  attempts = new Attempts(product.url);
  mint = new Mint(product);
  aldermoor = await settle(product.url, 'aldermoor', mint, routes);
  brackwater = await settle(product.url, 'brackwater', mint, routes);
});
afterAll(async () => {
  process.stdout.write(`\n${attempts?.table(routes.length)}\n`);
  await product?.dispose();
});

/** The address of a route in Aldermoor, of records that never existed. */
const nowhere = (route: Route) =>
  addressOf(route, partsOf('aldermoor', nobodys(aldermoor.ids)), queryOf(route, aldermoor));

describe('every route', () => {
  it('says who may call it, in the words of the policy; what is public is listed here and nowhere else', () => {
    const known = ['public', 'signed-in', ...Object.keys(policy)];
    expect(routes.filter(({ access }) => !known.includes(access!)).map(nameOf)).toEqual([]);
    expect(
      routes
        .filter(({ access }) => access === 'public')
        .map(nameOf)
        .sort(),
    ).toEqual([...publicRoutes].sort());
    expect(routes.filter(({ isTenant, access }) => isTenant && access === 'public')).toEqual([]);
  });

  it('stands in the API document with the access that its handler states: none is forgotten by either', () => {
    const documented = routes.map((route) => `${nameOf(route)} ${route.access}`);
    expect(
      handlers()
        .map(({ name, access }) => `${name} ${access}`)
        .sort(),
    ).toEqual(documented.sort());
  });

  it.each([
    ['no token', undefined],
    ['an empty token', 'Bearer '],
    ['a password instead of a token', `Basic ${Buffer.from(`priya:${DEMO_PASSWORD}`).toString('base64')}`],
    ['a token that is none', 'Bearer not-a-token'],
  ])('answers 401 to %s', async (attack, authorization) => {
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      for (const method of route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) {
        const { status, text, headers } = await attempts.send(attack, method, nowhere(route), {
          headers: authorization === undefined ? {} : { authorization },
          body: emptyBody(route),
        });
        const what = `${method} ${route.path}`;
        expect({ what, status }).toEqual({ what, status: 401 });
        expect(headers['content-type']).toContain('application/problem+json');
        expect(headers['www-authenticate']).toMatch(/^Bearer realm="mainstay"/);
        if (method !== 'HEAD') expect(JSON.parse(text)).toMatchObject({ status: 401, requestId: expect.any(String) });
      }
    }
  });

  it('is refused or let through for each role as the policy states', async () => {
    const people = roles.map(
      (role) => [role, demoPeople.find(({ memberships }) => memberships.aldermoor === role)] as const,
    );
    const tokens = people.map(async ([role, person]) => {
      const token = person
        ? await accessToken(product.url, person.username)
        : await mint.token('p-role', { aldermoor: [role] });
      return [role, token] as const;
    });
    const callers = [
      ...(await Promise.all(tokens)),
      ['no role', await mint.token('p-none', { aldermoor: [] })] as const,
    ];
    const wrong: string[] = [];
    for (const [role, token] of callers) {
      for (const route of routes.filter(({ isTenant }) => isTenant)) {
        const answer = await attempts.send('each role', route.method, nowhere(route), {
          token,
          body: emptyBody(route),
        });
        const may = route.access === 'signed-in' || (role !== 'no role' && mayDo([role], route.access as Permission));
        const refused = answer.status === 403 && answer.text.includes('"code":"permission.missing"');
        if (refused === may || answer.status === 401 || answer.status >= 500) {
          wrong.push(`${role} ${nameOf(route)} ${answer.status} ${answer.text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('answers whoever may call it, about records that exist', async () => {
    for (const { alias, ids, owner, earlierAudit } of [aldermoor, brackwater]) {
      for (const route of routes.filter(({ isTenant, isCommand }) => isTenant && !isCommand)) {
        const address = addressOf(route, partsOf(alias, ids), queryOf(route, { ids, earlierAudit }));
        const { status, text } = await owner.get(address.slice('/api/'.length));
        expect({ address, status, text: status === 200 ? '' : text }).toEqual({ address, status: 200, text: '' });
      }
    }
  });
});

describeOddInput(world);
describeTokenAttacks(world);
describeOtherTenants(world);

it('and afterwards the product is well: every read model goes on', async () => {
  const { status, body } = await aldermoor.owner.get('health/ready');
  expect({ status, body }).toMatchObject({ status: 200, body: { stopped: [] } });
});
