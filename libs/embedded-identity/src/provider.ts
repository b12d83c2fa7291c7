import { randomBytes } from 'node:crypto';
import type { Account, AccessToken, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider/lib/provider.js';
import { clients, redirectOnlyTo } from './clients';
import type { Directory } from './directory';
import { memoryAdapters } from './memory-adapter';
import { audience, type EmbeddedIdentityOptions, organizationScope } from './options';
import { logoutQuestion, showError, showSignedOut } from './pages/answers';
import { passwordGrant } from './password-grant';
import type { SigningKey } from './signing-key';

/** Names the API to oidc-provider, which gives JWT access tokens only for a named resource. */
const api = 'urn:mainstay:api';
const scopes = ['openid', 'profile', 'email', organizationScope];
const accessTokenLife = 300;
const sessionLife = 36_000;

/** oidc-provider with Keycloak's paths, tokens and manners. */
export function createProvider(options: EmbeddedIdentityOptions, directory: Directory, key: SigningKey): Provider {
  const provider = new Provider(options.issuer, configuration(options, directory, key));
  redirectOnlyTo(provider, options.redirectOrigins);
  passwordGrant(provider, directory, { scopes, api, resourceServer });
  return provider;
}

function configuration(options: EmbeddedIdentityOptions, directory: Directory, key: SigningKey): Configuration {
  return {
    adapter: memoryAdapters(),
    jwks: { keys: [key as never] },
    clients: clients(options.redirectOrigins),
    routes,
    cookies: { keys: [randomBytes(32).toString('base64url')], names: cookieNames(options.issuer) },
    scopes,
    claims: { openid: ['sub', 'typ', 'azp', ...profileClaims], [organizationScope]: ['organization'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin) => options.redirectOrigins.includes(origin),
    findAccount: (ctx, id) => account(ctx, directory, id),
    loadExistingGrant: grantEverythingAsked,
    extraTokenClaims: (_ctx, token) => accessTokenClaims(token as AccessToken, directory),
    formats: { customizers: { jwt: (_ctx, _token, parts) => void (parts.header = { ...parts.header, typ: 'JWT' }) } },
    // Keycloak gives the web page refresh tokens without offline_access, and an old one stays good while the session lasts.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: false,
    ttl: {
      AccessToken: accessTokenLife,
      IdToken: accessTokenLife,
      AuthorizationCode: 60,
      Interaction: 1_800,
      RefreshToken: sessionLife,
      Session: sessionLife,
      Grant: sessionLife,
    },
    features: {
      devInteractions: { enabled: false },
      // Both clients are public; a public client may ask about nobody's token.
      introspection: { enabled: true, allowedPolicy: () => false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: logoutQuestion,
        postLogoutSuccessSource: showSignedOut(options),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    interactions: { url: (_ctx, { uid }) => `${new URL(options.issuer).pathname}/login/${uid}` },
    renderError: showError,
  };
}

const routes = {
  authorization: '/protocol/openid-connect/auth',
  token: '/protocol/openid-connect/token',
  jwks: '/protocol/openid-connect/certs',
  userinfo: '/protocol/openid-connect/userinfo',
  end_session: '/protocol/openid-connect/logout',
  introspection: '/protocol/openid-connect/token/introspect',
  revocation: '/protocol/openid-connect/revoke',
};

const resourceServer = {
  scope: scopes.join(' '),
  audience,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: accessTokenLife,
  jwt: { sign: { alg: 'RS256' as const } },
};

const profileClaims = ['name', 'preferred_username', 'given_name', 'family_name', 'email', 'email_verified'];

/** Cookies of one host are shared by all its ports; two starts beside each other must not sign each other out. */
function cookieNames(issuer: string): Record<'session' | 'interaction' | 'resume', string> {
  const { port } = new URL(issuer);
  return {
    session: `mainstay_session_${port}`,
    interaction: `mainstay_login_${port}`,
    resume: `mainstay_resume_${port}`,
  };
}

function account(ctx: KoaContextWithOIDC, directory: Directory, id: string): Account | undefined {
  const person = directory.find(id);
  if (!person) return undefined;
  const claims = {
    sub: id,
    typ: 'ID',
    azp: ctx.oidc.client?.clientId,
    ...directory.profile(person),
    organization: directory.organizationClaim(person),
  };
  return { accountId: id, claims: () => claims };
}

function accessTokenClaims(token: AccessToken, directory: Directory): Record<string, unknown> | undefined {
  const person = directory.find(token.accountId);
  if (!person) return undefined;
  const organization = token.scopes.has(organizationScope) ? directory.organizationClaim(person) : undefined;
  return { typ: 'Bearer', azp: token.clientId, ...directory.profile(person), ...(organization && { organization }) };
}

/** Nobody is asked for consent: both clients are the product itself. */
async function grantEverythingAsked(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  const known = session!.grantIdFor(client!.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(api, scopes.join(' '));
  await grant.save();
  return grant;
}
