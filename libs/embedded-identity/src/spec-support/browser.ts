import { createHash, randomBytes } from 'node:crypto';
import type { ServedIdentity } from './served-identity';

/** As much of a browser as signing in needs: it keeps cookies by name and follows nothing by itself. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly identity: ServedIdentity) {}

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const answer = await fetch(new URL(address, this.identity.origin), {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return answer;
  }

  /** Starts at the authorization endpoint; ends at the login page or, in a session, back at the application. */
  async authorize(
    more: Record<string, string> = {},
  ): Promise<{ location: string; answer: Response; verifier: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'mainstay-web',
      redirect_uri: `${this.identity.origin}/signed-in`,
      response_type: 'code',
      scope: 'openid organization:*',
      state: 'some-state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    for (const [name, value] of Object.entries(more)) if (value === '') query.delete(name);
    const answer = await this.go(`${this.identity.issuer}/protocol/openid-connect/auth?${query}`);
    return { location: answer.headers.get('location') ?? '', answer, verifier };
  }

  /** The whole way through the login page, to tokens. */
  async signIn(form: Record<string, string>): Promise<Record<string, string>> {
    const { location, verifier } = await this.authorize();
    const resume = await this.go(location, form);
    const back = await this.go(resume.headers.get('location')!);
    return (await this.redeem(back.headers.get('location')!, verifier)).body;
  }

  redeem(location: string, verifier: string): ReturnType<ServedIdentity['token']> {
    return this.identity.token({
      grant_type: 'authorization_code',
      client_id: 'mainstay-web',
      code: new URL(location).searchParams.get('code')!,
      redirect_uri: `${this.identity.origin}/signed-in`,
      code_verifier: verifier,
    });
  }

  private keep(cookie: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
    if (/expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(name!);
    else this.cookies.set(name!, value!);
  }
}
