import { createHmac, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { accessToken, type ProductUnderTest } from '../support/product';
import type { Attempts } from './attempts';
import type { Mint } from '../support/mint';

interface World {
  readonly product: ProductUnderTest;
  readonly attempts: Attempts;
  readonly mint: Mint;
}

const route = '/api/t/aldermoor/accounts';
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

/** Every way of forging a token that we know of, against a living route. */
export function describeTokenAttacks(world: () => World): void {
  const lead = (change: object = {}) => {
    const { mint } = world();
    return mint.signed({ ...mint.claims('p-forger', { aldermoor: ['programme-lead'] }), ...change });
  };
  const parts = async () => (await lead()).split('.') as [string, string, string];

  const attacks: Record<string, () => Promise<string>> = {
    'alg none': async () => `${encode({ alg: 'none', typ: 'JWT' })}.${(await parts())[1]}.`,
    'alg none, with a signature': async () =>
      `${encode({ alg: 'none', typ: 'JWT', kid: world().mint.key.kid })}.${(await parts()).slice(1).join('.')}`,
    'HS256 with the public key': async () => {
      const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: world().mint.key.kid })}.${(await parts())[1]}`;
      return `${signed}.${createHmac('sha256', world().mint.publicPem).update(signed).digest('base64url')}`;
    },
    'key of our own': async () =>
      new SignJWT(decodeJwt(await lead()))
        .setProtectedHeader({ alg: 'RS256', kid: world().mint.key.kid! })
        .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    'unknown key id': () =>
      world().mint.signed(world().mint.claims('p', { aldermoor: ['programme-lead'] }), { kid: 'x' }),
    expired: () => lead({ exp: now() - 1 }),
    'no exp': () => lead({ exp: undefined }),
    'nbf in the future': () => lead({ nbf: now() + 3_600 }),
    'other issuer': () => lead({ iss: 'https://id.example/realms/mainstay' }),
    'other realm': () => lead({ iss: `${world().mint.issuer}-2` }),
    'other audience': () => lead({ aud: 'account' }),
    'no audience': () => lead({ aud: undefined }),
    'id token in place of the access token': () => lead({ typ: 'ID', aud: 'mainstay-web' }),
    'id token made out to the API': () => lead({ typ: 'ID' }),
    'tampered payload': async () => {
      const [header, payload, signature] = (await accessToken(world().product.url, 'amara')).split('.');
      const better = {
        ...JSON.parse(Buffer.from(payload!, 'base64url').toString()),
        sub: 'd0000000-0000-4000-8000-000000000002',
      };
      return `${header}.${encode(better)}.${signature}`;
    },
    'tampered signature': async () => `${(await lead()).slice(0, -8)}AAAAAAAA`,
    'no person': () => lead({ sub: undefined }),
  };

  describe('a forged token is refused', () => {
    it('where a good one passes', async () => {
      const { status } = await world().attempts.send('good token', 'GET', route, { token: await lead() });
      expect(status).toBe(200);
    });

    it.each(Object.keys(attacks))('%s', async (name) => {
      const { status, text, headers } = await world().attempts.send('forged token', 'GET', route, {
        token: await attacks[name]!(),
      });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="mainstay", error="invalid_token"');
      expect(JSON.parse(text)).toMatchObject({ status: 401, code: expect.stringMatching(/^token\./) });
    });
  });

  describe('a good token of the wrong tenant finds nothing', () => {
    const organization = (entry: unknown) => lead({ organization: entry });
    const claim = { resource_access: { 'mainstay-api': { roles: ['programme-lead'] } } };
    const cases: Record<string, [tenant: string, token: () => Promise<string>]> = {
      'organization without id': ['aldermoor', () => organization({ aldermoor: claim })],
      'organization by name only': ['aldermoor', () => organization(['aldermoor'])],
      'no organization': ['aldermoor', () => organization(undefined)],
      'other tenant’s organization': ['aldermoor', () => organization({ brackwater: { id: 'o', ...claim } })],
      'roles beside the organization': [
        'aldermoor',
        () => lead({ organization: {}, realm_access: { roles: ['programme-lead'] }, ...claim }),
      ],
      'tenant __proto__': ['__proto__', () => lead()],
      'tenant constructor': ['constructor', () => lead()],
      'tenant in capitals': ['ALDERMOOR', () => lead()],
      'tenant with a space': ['aldermoor%20', () => lead()],
      'tenant with NUL': ['aldermoor%00', () => lead()],
      'both tenants in one segment': ['aldermoor%2Fbrackwater', () => lead()],
    };

    it.each(Object.keys(cases))('%s', async (name) => {
      const [tenant, token] = cases[name]!;
      const { attempts } = world();
      const { status, text } = await attempts.send('wrong tenant', 'GET', `/api/t/${tenant}/accounts`, {
        token: await token(),
      });
      expect(status).toBe(404);
      expect(JSON.parse(text)).toMatchObject({ status: 404, code: 'tenant.not-found' });
    });
  });
}
