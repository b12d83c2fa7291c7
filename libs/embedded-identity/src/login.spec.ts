import { decodeJwt } from 'jose';
import { Browser } from './spec-support/browser';
import { demoPassword, nora, omar, ruth, type ServedIdentity, serveIdentity } from './spec-support/served-identity';

let identity: ServedIdentity;
let browser: Browser;
beforeAll(async () => (identity = await serveIdentity()));
beforeEach(() => (browser = new Browser(identity)));
afterAll(() => identity.close());

const wholePage = async (location: string) => {
  const answer = await browser.go(location);
  return { answer, text: await answer.text() };
};

/** Presses "Sign out" in oidc-provider's form. */
const submit = (text: string) =>
  browser.go(/action="([^"]+)"/.exec(text)![1]!, {
    xsrf: /name="xsrf" value="([^"]+)"/.exec(text)![1]!,
    logout: 'yes',
  });

describe('the login page', () => {
  it('lists the demo people by tenant with their roles there, and escapes what it shows', async () => {
    const { answer, text } = await wholePage((await browser.authorize()).location);
    expect(answer.status).toBe(200);
    expect(text).toContain('Acme Industries');
    expect(text).toContain('Globex &lt;Europe&gt;');
    expect(text.match(new RegExp(`value="${ruth.id}"`, 'g'))).toHaveLength(2);
    expect(text).toContain('KAM unit head');
    expect(text).toContain('Board member');
    expect(text).not.toContain(nora.id);
  });

  it('loads nothing, runs nothing and is shown in no frame', async () => {
    const { answer, text } = await wholePage((await browser.authorize()).location);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${identity.origin}`);
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script|<link|https?:/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('signs a demo person in with one press', async () => {
    const tokens = await browser.signIn({ person: ruth.id });
    expect(decodeJwt(tokens.access_token!)).toMatchObject({
      sub: ruth.id,
      typ: 'Bearer',
      azp: 'mainstay-web',
      aud: 'mainstay-api',
    });
    expect(decodeJwt(tokens.access_token!).organization).toHaveProperty('globex');
    expect(decodeJwt(tokens.id_token!)).toMatchObject({
      sub: ruth.id,
      typ: 'ID',
      aud: 'mainstay-web',
      name: 'Ruth Abara',
    });
    expect(decodeJwt(tokens.id_token!).organization).toHaveProperty('acme');
  });

  it('signs anyone in with name and password', async () => {
    expect(decodeJwt((await browser.signIn({ username: 'omar', password: demoPassword })).access_token!).sub).toBe(
      omar.id,
    );
    browser = new Browser(identity);
    expect(decodeJwt((await browser.signIn({ username: 'nora', password: 'nora-alone' })).access_token!).sub).toBe(
      nora.id,
    );
  });

  it('says clearly that the password is wrong, and keeps the name', async () => {
    const { location } = await browser.authorize();
    const answer = await browser.go(location, { username: 'ruth"><b>', password: 'wrong' });
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(text).toContain('The user name or the password is wrong.');
    expect(text).toContain('value="ruth&quot;&gt;&lt;b&gt;"');
  });

  it('does not sign in someone with an own password by one press', async () => {
    const answer = await browser.go((await browser.authorize()).location, { person: nora.id });
    expect(answer.status).toBe(401);
  });

  it('cannot be used from another browser, which has not the cookie', async () => {
    const { location } = await browser.authorize();
    const other = await new Browser(identity).go(location, { person: ruth.id });
    expect(other.status).toBe(400);
    expect(await other.text()).toContain('This sign-in has expired');
  });
});

describe('authorization code with PKCE', () => {
  it.each([
    ['no code challenge', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['the plain method', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no open session with prompt=none', { prompt: 'none' }, 'login_required'],
  ])('sends back an error for %s', async (_, more, error) => {
    const { location } = await browser.authorize(more);
    expect(new URL(location).searchParams.get('error')).toBe(error);
  });

  it.each([
    ['another site', () => 'https://evil.example/signed-in'],
    ['a site whose name begins with ours', () => `${identity.origin}.evil.example/`],
    ['a port that begins with ours', () => `${identity.origin}0/`],
    ['our name as user name', () => `${identity.origin}@evil.example/`],
  ])('redirects to no %s', async (_, address) => {
    const { location, answer } = await browser.authorize({ redirect_uri: address() });
    expect([answer.status, location]).toEqual([400, '']);
    expect(await answer.text()).toContain('Sign-in failed');
  });

  it('refuses a wrong verifier and a code used before', async () => {
    const { location, verifier } = await browser.authorize();
    const resume = await browser.go(location, { person: ruth.id });
    const back = (await browser.go(resume.headers.get('location')!)).headers.get('location')!;
    expect((await browser.redeem(back, 'x'.repeat(43))).body.error).toBe('invalid_grant');
    const once = await browser.authorize();
    expect((await browser.redeem(once.location, once.verifier)).status).toBe(200);
    expect((await browser.redeem(once.location, once.verifier)).body.error).toBe('invalid_grant');
    expect(verifier).not.toBe(once.verifier);
  });

  it('needs no second login in one session', async () => {
    await browser.signIn({ person: ruth.id });
    const { location, verifier } = await browser.authorize({ prompt: 'none' });
    expect((await browser.redeem(location, verifier)).status).toBe(200);
  });

  it('lets another person sign in with prompt=login', async () => {
    await browser.signIn({ person: ruth.id });
    const { location, verifier } = await browser.authorize({ prompt: 'login' });
    const resume = await browser.go(location, { person: omar.id });
    // The first person is signed out on the way, by a page that submits itself.
    const leaving = await browser.go(resume.headers.get('location')!);
    expect(leaving.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
    const again = await submit(await leaving.text());
    const back = await browser.go(again.headers.get('location')!);
    const { body } = await browser.redeem(back.headers.get('location')!, verifier);
    expect(decodeJwt(body.access_token!).sub).toBe(omar.id);
  });
});

describe('a session', () => {
  const refresh = (refresh_token: string) =>
    identity.token({ grant_type: 'refresh_token', client_id: 'mainstay-web', refresh_token });

  const signOut = async (query: Record<string, string>) => {
    const question = await browser.go(
      `${identity.issuer}/protocol/openid-connect/logout?${new URLSearchParams(query)}`,
    );
    const text = await question.text();
    return { question, text, answer: await submit(text) };
  };

  it('refreshes with the same token more than once, so that two tabs do not sign each other out', async () => {
    const { refresh_token } = await browser.signIn({ person: ruth.id });
    for (const _ of [1, 2]) {
      const { status, body } = await refresh(refresh_token!);
      expect(status).toBe(200);
      expect(decodeJwt(body.access_token!).organization).toHaveProperty('acme');
    }
  });

  it('ends at logout, with its refresh tokens, and leads back to the application', async () => {
    const { id_token, refresh_token } = await browser.signIn({ person: ruth.id });
    const { question, text, answer } = await signOut({
      id_token_hint: id_token!,
      post_logout_redirect_uri: `${identity.origin}/signed-out`,
      state: 'bye',
    });
    expect(text).toContain("getElementById('sign-out').click()");
    expect(question.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
    expect(answer.headers.get('location')).toBe(`${identity.origin}/signed-out?state=bye`);
    expect((await refresh(refresh_token!)).body.error).toBe('invalid_grant');
    expect(new URL((await browser.authorize({ prompt: 'none' })).location).searchParams.get('error')).toBe(
      'login_required',
    );
  });

  it('asks first where nothing proves that the application wants the logout, and then says it is done', async () => {
    await browser.signIn({ person: ruth.id });
    const { text, answer } = await signOut({});
    expect(text).toContain('Sign out of Mainstay?');
    expect(text).not.toContain('<script');
    expect(await (await browser.go(answer.headers.get('location')!)).text()).toContain('You are signed out');
  });

  it('never leads to another site after logout', async () => {
    const { id_token } = await browser.signIn({ person: ruth.id });
    const query = new URLSearchParams({ id_token_hint: id_token!, post_logout_redirect_uri: 'https://evil.example/' });
    expect((await browser.go(`${identity.issuer}/protocol/openid-connect/logout?${query}`)).status).toBe(400);
  });
});
