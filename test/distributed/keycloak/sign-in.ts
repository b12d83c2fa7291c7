import { decodeJwt } from 'jose';
import { BrowserSession } from './browser-session';
import { type Api, type KeycloakWorld, PASSWORD } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

/** Signing in on Keycloak's own pages, by code and PKCE. */
export function describeSignIn(world: () => World): void {
  const session = () => new BrowserSession(world().keycloak.keycloak.issuer, world().keycloak.webOrigin);

  describe('signing in at Keycloak', () => {
    it('gives a token that the API takes, with the roles of the enterprise asked for and of no other', async () => {
      const { access_token: token } = await session().signIn('ruth', PASSWORD);
      const caller = world().api.as(token);
      const me = await caller.get('me');
      expect(me.status).toBe(200);
      expect(me.body).toMatchObject({
        id: 'd0000000-0000-4000-8000-000000000012',
        name: 'Ruth Abara',
        tenants: [
          { alias: 'aldermoor', roles: ['assessor'] },
          { alias: 'brackwater', roles: ['programme-lead'] },
        ],
      });
      expect((await caller.get('t/aldermoor/me')).body.roles).toEqual(['assessor']);
      expect((await caller.get('t/brackwater/me')).body.roles).toEqual(['programme-lead']);
    });

    it('gives tokens of 300 seconds', async () => {
      const { exp, iat } = decodeJwt((await session().signIn('tessa', PASSWORD)).access_token);
      expect(exp! - iat!).toBeLessThanOrEqual(300);
    });

    it('stays complete over refreshing and signing in again silently, as long as every tenant is asked for', async () => {
      const one = session();
      const first = await one.signIn('ruth', PASSWORD);
      for (const { access_token: token } of [
        await one.refresh(first.refresh_token),
        await one.signInSilently('openid organization:*'),
      ]) {
        for (const tenant of ['aldermoor', 'brackwater']) {
          expect((await world().api.as(token).get(`t/${tenant}/accounts`)).status).toBe(200);
        }
      }
    });

    it('refuses a wrong password, and after five of them the right one too', async () => {
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const one = session();
        const name = await one.submit(await (await one.authorise()).text(), { username: 'nils' });
        const answer = await one.submit(await name.text(), { password: attempt < 5 ? 'wrong' : PASSWORD });
        expect({ attempt, code: answer.headers.get('location') }).toEqual({ attempt, code: null });
      }
    });

    it('refuses a client that brings no PKCE challenge', async () => {
      const answer = await session().authorise({ challenge: null });
      expect(answer.headers.get('location')).toContain('error=invalid_request');
    });

    it('refuses a code with a wrong verifier, and a code used twice', async () => {
      const one = session();
      await one.signIn('ruth', PASSWORD);
      const code = async () => one.codeOf(await one.authorise({ prompt: 'none' }));
      expect((await one.exchange(await code(), 'a'.repeat(43))).status).toBe(400);
      const used = await code();
      expect((await one.exchange(used)).status).toBe(200);
      expect((await one.exchange(used)).status).toBe(400);
    });

    it('returns to the web page and nowhere else', async () => {
      const { webOrigin } = world().keycloak;
      for (const redirectUri of ['https://evil.example/', 'http://localhost:1/', `${webOrigin}.evil.example/`]) {
        const answer = await session().authorise({ redirectUri });
        expect({ redirectUri, status: answer.status }).toEqual({ redirectUri, status: 400 });
      }
    });

    it('takes no password at the token endpoint from the web page’s client', async () => {
      await expect(world().keycloak.grant('ruth', { clientId: 'mainstay-web' })).rejects.toThrow();
    });
  });
}
