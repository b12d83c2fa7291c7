import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedIdentity, type EmbeddedIdentity } from '@mainstay/embedded-identity';
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

const people = [
  {
    id: 'p-ruth',
    username: 'ruth',
    name: 'Ruth Abara',
    email: 'ruth@consult.example',
    memberships: [
      { organization: 'acme', roles: ['kam-unit-head' as const] },
      { organization: 'globex', roles: ['board-member' as const] },
    ],
  },
  {
    id: 'p-omar',
    username: 'omar',
    name: 'Omar Haddad',
    email: 'omar@acme.example',
    memberships: [{ organization: 'acme', roles: [] }],
  },
];

export interface RealProvider {
  readonly issuer: string;
  readonly jwk: JWK;
  /** Requests for its keys so far. */
  readonly keyRequests: () => number;
  readonly accessToken: (username: string) => Promise<string>;
  readonly tokens: (username: string) => Promise<{ access_token: string; refresh_token: string }>;
  /** The claims of Ruth's real token, changed, and signed with the provider's real key. */
  readonly signed: (change: JWTPayload, header?: Record<string, unknown>) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The embedded provider on a real server, and its own key to forge with what even a stranger with a signature must not get past. */
export async function realProvider(): Promise<RealProvider> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  const signingKeyFile = join(folder, `${randomUUID()}.json`);
  let identity: EmbeddedIdentity | undefined;
  let keyRequests = 0;
  const server = createServer((request, response) => {
    if (request.url!.endsWith('/certs')) keyRequests += 1;
    identity!.handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/identity/realms/mainstay`;
  const organizations = [
    { id: 'o-acme', alias: 'acme', name: 'Acme' },
    { id: 'o-globex', alias: 'globex', name: 'Globex' },
  ];
  identity = await createEmbeddedIdentity({
    issuer,
    organizations,
    people,
    demoPassword: 'demo',
    redirectOrigins: [origin],
    signingKeyFile,
  });
  const jwk = JSON.parse(await readFile(signingKeyFile, 'utf8')) as JWK;

  const tokens = async (username: string) => {
    const form = {
      grant_type: 'password',
      client_id: 'mainstay-cli',
      username,
      password: 'demo',
      scope: 'openid organization:*',
    };
    const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return (await answer.json()) as { access_token: string; refresh_token: string };
  };
  const accessToken = async (username: string) => (await tokens(username)).access_token;

  return {
    issuer,
    jwk,
    keyRequests: () => keyRequests,
    tokens,
    accessToken,
    signed: async (change, header = {}) =>
      new SignJWT({ ...decodeJwt(await accessToken('ruth')), ...change })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: jwk.kid, ...header })
        .sign(await importJWK(jwk, 'RS256')),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true });
    },
  };
}
