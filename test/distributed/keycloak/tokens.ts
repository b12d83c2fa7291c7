import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { BrowserSession } from './browser-session';
import { type Api, audienceMapper, type KeycloakWorld, PASSWORD, scriptClient } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

/** The attacks of test/isolation/token-attacks, made with what a real Keycloak gives out. */
export function describeTokens(world: () => World): void {
  const accounts = (token: string, tenant = 'aldermoor') => world().api.as(token).get(`t/${tenant}/accounts`);
  const priya = async (options = {}) => (await world().keycloak.grant('priya', options)).access_token;
  const parts = async () => (await priya()).split('.') as [string, string, string];

  describe('a token of Keycloak', () => {
    it('is taken where it is good, whatever the case of the word Bearer', async () => {
      expect((await accounts(await priya())).status).toBe(200);
      const answer = await fetch(`${world().api.url}/api/t/aldermoor/accounts`, {
        headers: { authorization: `bearer ${await priya()}` },
      });
      expect(answer.status).toBe(200);
    });

    it('without the right is answered with 403 and the name of the right', async () => {
      const { access_token: token } = await world().keycloak.grant('amara');
      const { status, body, headers } = await world()
        .api.as(token)
        .post('t/aldermoor/divisions', { name: 'x', code: 'X' });
      expect({ status, code: body.code, challenge: headers['www-authenticate'] }).toEqual({
        status: 403,
        code: 'permission.missing',
        challenge: undefined,
      });
    });

    const attacks: Record<string, () => Promise<string>> = {
      'id token': async () => (await world().keycloak.grant('priya')).id_token,
      'refresh token': async () => (await world().keycloak.grant('priya')).refresh_token,
      'service account': () => world().keycloak.serviceToken(),
      'no audience': () => priya({ clientId: 'without-audience' }),
      'another realm of the same server, same audience': async () => {
        const call = await world().keycloak.administrator();
        await call('POST', '', otherRealm, [409]);
        return priya({ realm: 'other', scope: 'openid' });
      },
      'administrator of the server': async () => {
        const { url, admin } = world().keycloak.keycloak;
        const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...admin }),
        });
        return ((await answer.json()) as { access_token: string }).access_token;
      },
      'tampered payload': async () => {
        const [header, payload, signature] = await parts();
        return `${header}.${encode({ ...decoded(payload), sub: 'd0000000-0000-4000-8000-000000000001' })}.${signature}`;
      },
      'tampered signature': async () => `${(await priya()).slice(0, -8)}AAAAAAAA`,
      'alg none': async () => `${encode({ alg: 'none', typ: 'JWT' })}.${(await parts())[1]}.`,
      'unknown key id': async () => {
        const [header, payload, signature] = await parts();
        return `${encode({ ...decoded(header), kid: 'nobody' })}.${payload}.${signature}`;
      },
      'key of our own under the known id': async () => {
        const [header, payload] = await parts();
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        return new SignJWT(decoded(payload)).setProtectedHeader(decoded(header) as never).sign(privateKey);
      },
      'HS256 with the public key': async () => {
        const [header, payload] = await parts();
        const { kid } = decoded(header);
        const certs = await fetch(`${world().keycloak.keycloak.issuer}/protocol/openid-connect/certs`);
        const { keys } = (await certs.json()) as { keys: (JsonWebKey & { kid: string })[] };
        const key = keys.find((one) => one.kid === kid)!;
        const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
        const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${payload}`;
        return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
      },
    };

    it.each(Object.keys(attacks))('is refused with 401: %s', async (name) => {
      const { status, headers, body } = await accounts(await attacks[name]!());
      expect({ status, challenge: headers['www-authenticate'], code: body.code }).toEqual({
        status: 401,
        challenge: 'Bearer realm="mainstay", error="invalid_token"',
        code: 'token.invalid',
      });
    });

    it('stops being good when it ends, though it was seen before', async () => {
      const token = await priya({ clientId: 'short-lived' });
      const { exp } = decodeJwt(token);
      let answer = await accounts(token);
      while (Date.now() < exp! * 1_000) answer = await accounts(token);
      answer = await accounts(token);
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 401, code: 'token.expired' });
    });
  });

  describe('a good token of Keycloak finds nothing in another enterprise', () => {
    const notFound = { status: 404, code: 'tenant.not-found' };
    const found = async (token: string, tenant: string) => {
      const { status, body } = await accounts(token, tenant);
      return { status, code: body.code as string | undefined };
    };

    it('of which the person is not a member: same words as for one that never existed', async () => {
      const [there, nowhere] = [await accounts(await priya(), 'brackwater'), await accounts(await priya(), 'nowhere')];
      for (const answer of [there, nowhere]) {
        expect({ status: answer.status, code: answer.body.code }).toEqual(notFound);
      }
      expect(Object.keys(there.body).sort()).toEqual(Object.keys(nowhere.body).sort());
    });

    it('when the person works for none, or the sign-in asked for none', async () => {
      const { access_token: nora } = await world().keycloak.grant('nora');
      expect(await found(nora, 'aldermoor')).toEqual(notFound);
      expect(await found(await priya({ scope: 'openid' }), 'aldermoor')).toEqual(notFound);
      expect(await found(await priya({ scope: 'openid organization:brackwater' }), 'aldermoor')).toEqual(notFound);
    });

    it('where a narrower sign-in left the session with roles in an organization entry without id', async () => {
      const session = new BrowserSession(world().keycloak.keycloak.issuer, world().keycloak.webOrigin);
      const first = await session.signIn('ruth', PASSWORD, { scope: 'openid organization:aldermoor' });
      await session.signInSilently('openid organization:brackwater');
      const { access_token: token } = await session.refresh(first.refresh_token);
      // The trap itself, as Keycloak 26.7 sets it: roles of one enterprise without its id, the other without roles.
      const claim = decodeJwt(token).organization as Record<string, { id?: string; resource_access?: object }>;
      expect(claim.brackwater).toMatchObject({ resource_access: expect.anything() });
      expect(claim.brackwater!.id).toBeUndefined();
      expect(await found(token, 'brackwater')).toEqual(notFound);
      expect(await found(token, 'aldermoor')).toEqual({ status: 403, code: 'permission.missing' });
    });
  });
}

/** Same people and audience as ours, another issuer. */
const otherRealm = {
  realm: 'other',
  enabled: true,
  clients: [scriptClient('mainstay-cli', audienceMapper)],
  users: [
    {
      username: 'priya',
      firstName: 'Priya',
      lastName: 'Raman',
      email: 'priya@other.example',
      emailVerified: true,
      enabled: true,
      credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
    },
  ],
};
