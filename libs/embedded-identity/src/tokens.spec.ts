import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createEmbeddedIdentity } from './index';
import { signingKey } from './signing-key';
import {
  demoPassword,
  nora,
  omar,
  organizations,
  ruth,
  type ServedIdentity,
  serveIdentity,
} from './spec-support/served-identity';

let identity: ServedIdentity;
beforeAll(async () => (identity = await serveIdentity()));
afterAll(() => identity.close());

const password = (username: string, word = demoPassword, scope = 'openid organization:*') =>
  identity.token({ grant_type: 'password', client_id: 'mainstay-cli', username, password: word, scope });

const claimsOf = async (username: string, word?: string, scope?: string) =>
  decodeJwt((await password(username, word, scope)).body.access_token!);

describe('the password grant of mainstay-cli', () => {
  it('gives an access token of the form that Keycloak gives', async () => {
    const { status, body } = await password('ruth');
    expect(status).toBe(200);
    expect(decodeProtectedHeader(body.access_token!)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    const claims = decodeJwt(body.access_token!);
    expect(claims).toMatchObject({
      iss: identity.issuer,
      aud: 'mainstay-api',
      sub: ruth.id,
      typ: 'Bearer',
      azp: 'mainstay-cli',
      scope: 'openid organization:*',
      name: 'Ruth Abara',
      given_name: 'Ruth',
      family_name: 'Abara',
      preferred_username: 'ruth',
      email: 'ruth@consult.example',
    });
    expect(claims.exp! - claims.iat!).toBe(300);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'openid organization:*' });
  });

  it('puts every tenant of the person with its own roles into the claim', async () => {
    expect((await claimsOf('ruth')).organization).toEqual({
      acme: {
        id: organizations[0]!.id,
        groups: ['/kam-unit-head'],
        resource_access: { 'mainstay-api': { roles: ['kam-unit-head'] } },
      },
      globex: {
        id: organizations[1]!.id,
        groups: ['/board-member'],
        resource_access: { 'mainstay-api': { roles: ['board-member'] } },
      },
    });
  });

  it('names a tenant without roles where the person has none there', async () => {
    expect((await claimsOf('omar')).organization).toEqual({ acme: { id: organizations[0]!.id, groups: [] } });
  });

  it('leaves the claim out without the scope, and for a person without a tenant', async () => {
    expect(await claimsOf('ruth', demoPassword, 'openid')).not.toHaveProperty('organization');
    expect(await claimsOf('nora', 'nora-alone')).not.toHaveProperty('organization');
  });

  it('accepts the e-mail address, whatever its case, as Keycloak does', async () => {
    expect((await claimsOf('Ruth@Consult.example')).sub).toBe(ruth.id);
  });

  it.each([
    ['a wrong password', 'ruth', 'wrong'],
    ['an unknown person', 'nobody', demoPassword],
    ['the demo password for someone with an own one', 'nora', demoPassword],
    ['no password', 'ruth', ''],
  ])('refuses %s', async (_, username, word) => {
    const { status, body } = await password(username, word);
    expect([status, body.error, body.error_description]).toEqual([401, 'invalid_grant', 'Invalid user credentials']);
  });

  it('is not there for the web client', async () => {
    const form = { grant_type: 'password', client_id: 'mainstay-web', username: 'ruth', password: demoPassword };
    expect((await identity.token(form)).status).toBe(400);
  });

  it('gives a refresh token that gives a new access token', async () => {
    const { refresh_token } = (await password('ruth')).body;
    const again = await identity.token({
      grant_type: 'refresh_token',
      client_id: 'mainstay-cli',
      refresh_token: refresh_token!,
    });
    expect(again.status).toBe(200);
    expect(decodeJwt(again.body.access_token!)).toMatchObject({
      sub: ruth.id,
      organization: { acme: { groups: ['/kam-unit-head'] } },
    });
  });
});

describe('people added while it runs', () => {
  it('can sign in', async () => {
    identity.addPerson({ ...omar, id: 'p-4', username: 'pia', email: 'pia@acme.example', name: 'Pia Sand' });
    expect((await claimsOf('pia')).sub).toBe('p-4');
  });

  it('cannot take the name of someone else, or a tenant that is not there', () => {
    expect(() => identity.addPerson({ ...omar, id: 'p-5', email: 'other@acme.example' })).toThrow('omar is taken');
    expect(() => identity.addPerson({ ...omar, username: 'p6', email: 'p6@acme.example' })).toThrow('is taken');
    const strange = {
      ...nora,
      id: 'p-7',
      username: 'p7',
      email: 'p7@x.example',
      memberships: [{ organization: 'nosuch', roles: [] }],
    };
    expect(() => identity.addPerson(strange)).toThrow('nosuch');
  });
});

describe('the other endpoints', () => {
  const call = (path: string, init?: RequestInit) => fetch(`${identity.issuer}${path}`, init);

  it('describes itself with Keycloak’s paths', async () => {
    const base = `${identity.issuer}/protocol/openid-connect`;
    expect(await (await call('/.well-known/openid-configuration')).json()).toMatchObject({
      issuer: identity.issuer,
      authorization_endpoint: `${base}/auth`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/certs`,
      userinfo_endpoint: `${base}/userinfo`,
      end_session_endpoint: `${base}/logout`,
      introspection_endpoint: `${base}/token/introspect`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('publishes the public half of the key only', async () => {
    const { keys } = (await (await call('/protocol/openid-connect/certs')).json()) as { keys: object[] };
    expect(keys).toEqual([
      { kty: 'RSA', alg: 'RS256', use: 'sig', kid: expect.any(String), n: expect.any(String), e: 'AQAB' },
    ]);
  });

  it('tells a good token’s bearer who it is, and nobody else', async () => {
    const { access_token } = (await password('ruth')).body;
    const userinfo = (token: string) =>
      call('/protocol/openid-connect/userinfo', { headers: { authorization: `Bearer ${token}` } });
    expect(await (await userinfo(access_token!)).json()).toMatchObject({
      sub: ruth.id,
      name: 'Ruth Abara',
      organization: { acme: {} },
    });
    expect((await userinfo(`${access_token!.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
    expect((await call('/protocol/openid-connect/userinfo')).status).toBe(401);
  });

  it('does not tell a public client anything about a token', async () => {
    const { access_token, refresh_token } = (await password('ruth')).body;
    for (const token of [access_token!, refresh_token!]) {
      const form = new URLSearchParams({ client_id: 'mainstay-web', token });
      const answer = (await (
        await call('/protocol/openid-connect/token/introspect', { method: 'POST', body: form })
      ).json()) as object;
      expect(answer).not.toMatchObject({ active: true });
    }
  });
});

describe('keeping it on one machine', () => {
  it('answers no foreign host name, so that no web page elsewhere can reach it under its own name', async () => {
    const { port } = new URL(identity.origin);
    const status = await new Promise((done) =>
      request({
        port,
        host: '127.0.0.1',
        path: '/identity/realms/mainstay/.well-known/openid-configuration',
        headers: { host: 'evil.example' },
      })
        .on('response', (response) => done(response.resume().statusCode))
        .end(),
    );
    expect(status).toBe(403);
  });

  it('cannot be made in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    const made = createEmbeddedIdentity({
      issuer: identity.issuer,
      organizations: [],
      people: [],
      demoPassword,
      redirectOrigins: [],
      signingKeyFile: identity.keyFile,
    });
    await expect(made).rejects.toThrow('production');
    process.env.NODE_ENV = before;
  });

  it('keeps its signing key readable to the owner alone, and uses it again', async () => {
    expect((await stat(identity.keyFile)).mode & 0o777).toBe(0o600);
    const { access_token } = (await password('ruth')).body;
    expect((await signingKey(identity.keyFile)).kid).toBe(decodeProtectedHeader(access_token!).kid);
  });
});
