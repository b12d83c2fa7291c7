import { createPublicKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwtVerify } from 'jose';
import type { Directory } from './directory';
import { audience, organizationScope } from './options';
import type { SigningKey } from './signing-key';

/** Our own, because oidc-provider's accepts no token that is meant for an API. */
export class UserInfo {
  private readonly key;

  constructor(
    private readonly issuer: string,
    private readonly directory: Directory,
    { kty, n, e }: SigningKey,
  ) {
    this.key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const claims = await this.claims(/^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (!claims) {
      response.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"');
      response.statusCode = 401;
    }
    response.end(JSON.stringify(claims ?? { error: 'invalid_token' }));
  }

  private async claims(token: string | undefined): Promise<object | undefined> {
    if (!token) return undefined;
    const verified = await jwtVerify(token, this.key, { issuer: this.issuer, audience, algorithms: ['RS256'] }).catch(
      () => undefined,
    );
    const person = verified && this.directory.find(verified.payload.sub!);
    if (!person) return undefined;
    const inTenants = String(verified.payload.scope).split(' ').includes(organizationScope);
    return {
      sub: person.id,
      ...this.directory.profile(person),
      ...(inTenants && { organization: this.directory.organizationClaim(person) }),
    };
  }
}
