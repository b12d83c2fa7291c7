import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@mainstay/event-sourcing';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { ProductUnderTest } from './product';

/** What a person is in each tenant. */
export type Memberships = Readonly<Record<string, readonly Role[]>>;

/** Makes tokens with the provider's own key, for people that the demo has not got and for attacks that need a signature. */
export class Mint {
  readonly issuer: string;
  readonly key: JWK;

  constructor({ url, dataFolder }: Pick<ProductUnderTest, 'url' | 'dataFolder'>) {
    this.issuer = `${url}/identity/realms/mainstay`;
    this.key = JSON.parse(readFileSync(join(dataFolder, 'keys', 'identity-signing-key.json'), 'utf8')) as JWK;
  }

  token(sub: string, memberships: Memberships): Promise<string> {
    return this.signed(this.claims(sub, memberships));
  }

  claims(sub: string, memberships: Memberships): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    const organization = Object.entries(memberships).map(([alias, roles]) => [
      alias,
      { id: `o-${alias}`, groups: [], resource_access: { 'mainstay-api': { roles } } },
    ]);
    return {
      iss: this.issuer,
      aud: 'mainstay-api',
      sub,
      typ: 'Bearer',
      azp: 'mainstay-cli',
      name: sub,
      preferred_username: sub,
      iat: now,
      exp: now + 3_000,
      organization: Object.fromEntries(organization),
    };
  }

  async signed(claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.key.kid, ...header })
      .sign(await importJWK(this.key, 'RS256'));
  }

  get publicPem(): string {
    const { kty, n, e } = this.key;
    return createPublicKey({ key: { kty, n, e } as never, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    }) as string;
  }
}
