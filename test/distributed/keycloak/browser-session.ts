import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from './world';

interface SignIn {
  readonly scope?: string;
  readonly prompt?: string;
  readonly redirectUri?: string;
  /** Left out of the request where it is null. */
  readonly challenge?: string | null;
}

/** What a browser does when a person signs in on Keycloak's own pages: follows redirects, keeps cookies, fills in forms. */
export class BrowserSession {
  private readonly cookies = new Map<string, string>();
  private readonly verifier = randomBytes(32).toString('base64url');

  constructor(
    private readonly issuer: string,
    private readonly origin: string,
  ) {}

  /** Opens the sign-in address; answers the page, or the redirect back to the application. */
  async authorise({ scope = 'openid organization:*', prompt, redirectUri, challenge }: SignIn = {}): Promise<Response> {
    const s256 = createHash('sha256').update(this.verifier).digest('base64url');
    const pkce: Record<string, string> =
      challenge === null ? {} : { code_challenge: challenge ?? s256, code_challenge_method: 'S256' };
    const query = new URLSearchParams({
      client_id: 'mainstay-web',
      response_type: 'code',
      redirect_uri: redirectUri ?? `${this.origin}/`,
      scope,
      state: 'state',
      ...pkce,
      ...(prompt && { prompt }),
    });
    return this.request(`${this.issuer}/protocol/openid-connect/auth?${query}`);
  }

  /** The whole way: name on the first page, password on the second, code and verifier against tokens. */
  async signIn(username: string, password: string, options: SignIn = {}): Promise<Tokens> {
    let answer = await this.authorise(options);
    for (const field of [{ username }, { password }] as Record<string, string>[])
      answer = await this.submit(await answer.text(), field);
    return this.tokens(this.codeOf(answer));
  }

  /** Another sign-in of the same session, without a page. */
  async signInSilently(scope: string): Promise<Tokens> {
    return this.tokens(this.codeOf(await this.authorise({ scope, prompt: 'none' })));
  }

  async exchange(code: string, verifier = this.verifier): Promise<Response> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${this.origin}/`,
      code_verifier: verifier,
    });
  }

  async refresh(refreshToken: string): Promise<Tokens> {
    const answer = await this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
    return (await answer.json()) as Tokens;
  }

  /** A link of an e-mail to its end: presses on where a page only asks to go on, and fills in the form that has the fields. */
  async follow(link: string, fields: Readonly<Record<string, string>>): Promise<void> {
    let page = await (await this.request(link)).text();
    const on = /<a[^>]*href="([^"]*action-token[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    if (on) page = await (await this.request(new URL(on, link).toString())).text();
    await (await this.submit(page, fields)).text();
  }

  codeOf(answer: Response): string {
    const location = answer.headers.get('location');
    const code = location && new URL(location).searchParams.get('code');
    if (!code) throw new Error(`No code: ${answer.status} ${location}`);
    return code;
  }

  async submit(page: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const action = /<form[^>]*\saction="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    if (!action) throw new Error(`No form on the page: ${page.slice(0, 300)}`);
    return this.request(action, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async tokens(code: string): Promise<Tokens> {
    const answer = await this.exchange(code);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Tokens;
  }

  private token(form: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { origin: this.origin },
      body: new URLSearchParams({ client_id: 'mainstay-web', ...form }),
    });
  }

  private async request(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s);
      this.cookies.set(name!, value!);
    }
    const location = answer.headers.get('location');
    return location && !location.startsWith(this.origin) ? this.request(location) : answer;
  }
}
