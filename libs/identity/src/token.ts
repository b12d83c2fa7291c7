import { Unauthenticated } from '@mainstay/event-sourcing';

/** Larger tokens would not fit into the header section that HTTP servers accept. */
const longest = 16_384;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

export type TokenClaims = Readonly<Record<string, unknown>> & { readonly sub: string; readonly exp: number };

export const invalid = (reason: string): Unauthenticated =>
  new Unauthenticated('token.invalid', `The access token is not valid: ${reason}.`);

/**
 * Everything about a token that can be judged without a key. keycloak-connect leaves out nbf, a missing exp and the
 * algorithm, so all of it is stated here.
 * @throws Unauthenticated
 */
export function readToken(token: string, rules: TokenRules): { kid: string; claims: TokenClaims } {
  const [header, claims] = decode(token);
  if (header.alg !== 'RS256') throw invalid('it is not signed with RS256');
  if (header.crit !== undefined) throw invalid('it asks for an extension that is not known here');
  if (typeof header.kid !== 'string') throw invalid('it does not name its key');
  check(claims, rules);
  return { kid: header.kid, claims: claims as TokenClaims };
}

type Json = Record<string, unknown>;

function check(claims: Json, { issuer, audience, now }: TokenRules): void {
  const seconds = now.getTime() / 1000;
  if (claims.typ !== 'Bearer') throw invalid('it is not an access token');
  if (claims.iss !== issuer) throw invalid('it comes from another issuer');
  if (![claims.aud].flat().includes(audience)) throw invalid('it is meant for another audience');
  if (typeof claims.sub !== 'string' || claims.sub === '') throw invalid('it names no person');
  if (!isTime(claims.exp)) throw invalid('it never expires');
  if (claims.nbf !== undefined && !(isTime(claims.nbf) && claims.nbf <= seconds)) throw invalid('it is not valid yet');
  if (claims.exp <= seconds) throw new Unauthenticated('token.expired', 'The access token has expired.');
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function decode(token: string): [header: Json, claims: Json] {
  if (token.length > longest || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw invalid('it is not a signed JWT');
  const [header, claims] = token.split('.');
  return [json(header!), json(claims!)];
}

function json(part: string): Json {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // not JSON: said below
  }
  throw invalid('it is not a signed JWT');
}
