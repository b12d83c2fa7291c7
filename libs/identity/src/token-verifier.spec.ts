import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Unauthenticated, Unavailable } from '@mainstay/event-sourcing';
import { decodeJwt, SignJWT } from 'jose';
import { type RealProvider, realProvider } from './spec-support/provider';
import { TokenVerifier } from './token-verifier';

let provider: RealProvider;
let verifier: TokenVerifier;
let now: Date;

const verifierOf = (options: { jwksUrl?: string } = {}) =>
  new TokenVerifier({ issuer: provider.issuer, audience: 'mainstay-api', now: () => now, ...options });
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => (provider = await realProvider()));
beforeEach(() => {
  now = new Date();
  verifier = verifierOf();
});
afterAll(() => provider.close());

describe('a good token', () => {
  it('says who the person is and what in which tenant', async () => {
    expect(await verifier.verify(await provider.accessToken('ruth'))).toEqual({
      id: 'p-ruth',
      name: 'Ruth Abara',
      username: 'ruth',
      email: 'ruth@consult.example',
      issuedAt: expect.any(Date),
      organizations: {
        acme: { id: 'o-acme', roles: ['kam-unit-head'] },
        globex: { id: 'o-globex', roles: ['board-member'] },
      },
    });
  });

  it('may name several audiences, as Keycloak does where a client has several', async () => {
    const token = await provider.signed({ aud: ['account', 'mainstay-api'] });
    expect((await verifier.verify(token)).id).toBe('p-ruth');
  });

  it('is recognised again without being examined, until it expires', async () => {
    const token = await provider.accessToken('ruth');
    const person = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(person);
    later(301);
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'token.expired' });
  });
});

describe('attacks with a token', () => {
  const seconds = () => Math.floor(now.getTime() / 1000);
  const publicPem = () =>
    createPublicKey({ key: provider.jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });

  const attacks: [name: string, token: () => Promise<string> | string, reason: string][] = [
    [
      'alg none',
      async () =>
        `${encode({ alg: 'none', kid: provider.jwk.kid })}.${encode(decodeJwt(await provider.accessToken('ruth')))}.`,
      'signed JWT',
    ],
    [
      'alg none with something for a signature',
      async () =>
        `${encode({ alg: 'none', kid: provider.jwk.kid })}.${encode(decodeJwt(await provider.accessToken('ruth')))}.AAAA`,
      'RS256',
    ],
    [
      'HS256 signed with the public key',
      async () => {
        const signed = `${encode({ alg: 'HS256', kid: provider.jwk.kid })}.${encode(decodeJwt(await provider.accessToken('ruth')))}`;
        return `${signed}.${createHmac('sha256', publicPem()).update(signed).digest('base64url')}`;
      },
      'RS256',
    ],
    [
      'HS256 signature under a header that says RS256',
      async () => {
        const signed = (await provider.accessToken('ruth')).split('.').slice(0, 2).join('.');
        return `${signed}.${createHmac('sha256', publicPem()).update(signed).digest('base64url')}`;
      },
      'signature',
    ],
    ['expired', () => provider.signed({ exp: seconds() - 1 }), 'expired'],
    ['no exp', () => provider.signed({ exp: undefined }), 'never expires'],
    ['exp that is no number', () => provider.signed({ exp: '9999999999' as never }), 'never expires'],
    ['nbf in the future', () => provider.signed({ nbf: seconds() + 60 }), 'not valid yet'],
    ['nbf that is no number', () => provider.signed({ nbf: 'soon' as never }), 'not valid yet'],
    [
      'other issuer',
      () => provider.signed({ iss: provider.issuer.replace('127.0.0.1', 'localhost') }),
      'another issuer',
    ],
    ['other realm', () => provider.signed({ iss: `${provider.issuer}2` }), 'another issuer'],
    ['other audience', () => provider.signed({ aud: 'something-else' }), 'another audience'],
    ['audience that only contains the name', () => provider.signed({ aud: 'not-mainstay-api' }), 'another audience'],
    ['no audience', () => provider.signed({ aud: undefined }), 'another audience'],
    [
      'id token in place of the access token',
      () => provider.signed({ typ: 'ID', aud: 'mainstay-web' }),
      'not an access token',
    ],
    ['id token meant for the API', () => provider.signed({ typ: 'ID' }), 'not an access token'],
    ['no typ', () => provider.signed({ typ: undefined }), 'not an access token'],
    ['no sub', () => provider.signed({ sub: undefined }), 'no person'],
    ['refresh token as bearer', async () => (await provider.tokens('ruth')).refresh_token, 'signed JWT'],
    [
      'refresh token of Keycloak (HS512, typ Refresh)',
      () => provider.signed({ typ: 'Refresh' }),
      'not an access token',
    ],
    [
      'tampered payload',
      async () => {
        const [header, , signature] = (await provider.accessToken('omar')).split('.');
        const stolen = { ...decodeJwt(await provider.accessToken('omar')), sub: 'p-ruth' };
        return `${header}.${encode(stolen)}.${signature}`;
      },
      'signature',
    ],
    ['tampered signature', async () => (await provider.accessToken('ruth')).replace(/.{8}$/, 'AAAAAAAA'), 'signature'],
    ['unknown kid', () => provider.signed({}, { kid: 'another' }), 'key is not known'],
    ['no kid', () => provider.signed({}, { kid: undefined }), 'name its key'],
    ['kid of an object’s prototype', () => provider.signed({}, { kid: '__proto__' }), 'key is not known'],
    [
      'own key under the provider’s kid',
      async () =>
        new SignJWT(decodeJwt(await provider.accessToken('ruth')))
          .setProtectedHeader({ alg: 'RS256', kid: provider.jwk.kid! })
          .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      'signature',
    ],
    [
      'own key carried in the header',
      async () => {
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        return new SignJWT(decodeJwt(await provider.accessToken('ruth')))
          .setProtectedHeader({
            alg: 'RS256',
            kid: provider.jwk.kid!,
            jwk: publicKey.export({ format: 'jwk' }) as never,
          })
          .sign(privateKey);
      },
      'signature',
    ],
    ['garbage', () => 'garbage', 'signed JWT'],
    ['three parts of garbage', () => 'a.b.c', 'signed JWT'],
    ['JSON that is no object', () => `${encode([])}.${encode([])}.AAAA`, 'signed JWT'],
    ['nothing', () => '', 'signed JWT'],
    ['a token of a megabyte', () => `${'a'.repeat(1_000_000)}.b.c`, 'signed JWT'],
  ];

  it.each(attacks)('%s is refused', async (_, token, reason) => {
    const refusal = verifier.verify(await token());
    await expect(refusal).rejects.toBeInstanceOf(Unauthenticated);
    await expect(refusal).rejects.toThrow(reason);
  });
});

describe('the provider’s keys', () => {
  it('are there once warmed, and one fetch serves all who wait', async () => {
    expect(verifier.isWarm).toBe(false);
    const before = provider.keyRequests();
    await Promise.all([verifier.warm(), verifier.warm(), verifier.verify(await provider.accessToken('ruth'))]);
    expect(verifier.isWarm).toBe(true);
    expect(provider.keyRequests() - before).toBe(1);
  });

  it('are fetched for an unknown key id only every ten seconds, and known tokens pass meanwhile', async () => {
    await verifier.warm();
    const before = provider.keyRequests();
    const attempt = async (kid: string) => verifier.verify(await provider.signed({}, { kid })).catch(() => undefined);
    for (const kid of ['a', 'b', 'c']) await attempt(kid);
    expect(provider.keyRequests() - before).toBe(0);
    expect((await verifier.verify(await provider.accessToken('ruth'))).id).toBe('p-ruth');
    later(10);
    for (const kid of ['d', 'e', 'f']) await attempt(kid);
    expect(provider.keyRequests() - before).toBe(1);
  });

  it('say "unavailable", not "bad token", where they cannot be had', async () => {
    verifier = verifierOf({ jwksUrl: 'http://127.0.0.1:9/certs' });
    await expect(verifier.warm()).rejects.toBeInstanceOf(Unavailable);
    expect(verifier.isWarm).toBe(false);
    const token = await provider.accessToken('ruth');
    await expect(verifier.verify(token)).rejects.toMatchObject({ status: 503, code: 'identity.unreachable' });
    later(2);
    await expect(verifier.verify(token)).rejects.toMatchObject({ status: 503 });
  });

  it('answer for tokens that were good before, while the provider is away', async () => {
    const gone = await realProvider();
    verifier = new TokenVerifier({ issuer: gone.issuer, audience: 'mainstay-api', now: () => now });
    await verifier.warm();
    const token = await gone.accessToken('omar');
    await gone.close();
    expect((await verifier.verify(token)).id).toBe('p-omar');
  });

  it('count only for an issuer with a realm in it', () => {
    expect(() => new TokenVerifier({ issuer: 'https://example.org', audience: 'mainstay-api' })).toThrow('issuer');
  });
});
