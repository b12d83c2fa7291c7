import type { Browser, Page } from 'playwright-core';
import { ALDERMOOR } from '../../../apps/all-in-one/src/demo/people';
import { openWindow } from '../../support/browser';
import { type Api, type KeycloakWorld, PASSWORD } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
  readonly browser: Browser;
}

/** The enterprise's own provider: a realm of its own, with a client for Mainstay and one person. */
const ENTERPRISE = 'aldermoor-works';
const SECRET = 'secret that the enterprise issued';
const otto = { username: 'otto', firstName: 'Otto', lastName: 'Works', email: 'otto@aldermoor.example' };

/** The steps of the guide on signing in with the enterprise's own identity provider, one by one. */
export function describeBrokering(world: () => World): void {
  describe('the identity provider of an enterprise', () => {
    beforeAll(async () => {
      const { keycloak } = world();
      const { url } = keycloak.keycloak;
      const call = await keycloak.administrator();
      await call('POST', '', {
        realm: ENTERPRISE,
        enabled: true,
        clients: [
          {
            ...{ clientId: 'mainstay', secret: SECRET, protocol: 'openid-connect', standardFlowEnabled: true },
            redirectUris: [`${url}/realms/mainstay/broker/${ENTERPRISE}/endpoint`],
          },
        ],
        users: [
          {
            ...otto,
            ...{ enabled: true, emailVerified: true },
            credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
          },
        ],
      });
      const discovered = (await (
        await fetch(`${url}/realms/${ENTERPRISE}/.well-known/openid-configuration`)
      ).json()) as Record<string, string>;
      await call('POST', '/mainstay/identity-provider/instances', {
        ...{ alias: ENTERPRISE, providerId: 'oidc', enabled: true, hideOnLogin: true, trustEmail: true },
        firstBrokerLoginFlowAlias: 'first broker login',
        config: {
          ...{ clientId: 'mainstay', clientSecret: SECRET, clientAuthMethod: 'client_secret_post' },
          issuer: discovered.issuer,
          authorizationUrl: discovered.authorization_endpoint,
          tokenUrl: discovered.token_endpoint,
          ...{ jwksUrl: discovered.jwks_uri, useJwksUrl: 'true', validateSignature: 'true' },
          ...{ pkceEnabled: 'true', pkceMethod: 'S256', defaultScope: 'openid profile email', syncMode: 'FORCE' },
          'kc.org.domain': 'aldermoor.example',
          'kc.org.broker.redirect.mode.email-matches': 'true',
        },
      });
      await call('POST', `/mainstay/organizations/${ALDERMOOR.id}/identity-providers`, ENTERPRISE);
    });

    it('leads from the address to the enterprise, and lets nobody see anything before the administrator gives a role', async () => {
      const { keycloak, api, browser } = world();
      const page = await signInAtTheEnterprise(browser, keycloak);
      await page.getByRole('heading', { name: 'You have no role here yet' }).waitFor();

      const tessa = api.as((await keycloak.grant('tessa')).access_token);
      const [member] = (await tessa.get('t/aldermoor/members?q=otto')).body.items;
      expect(member).toMatchObject({ name: 'Otto Works', email: otto.email, roles: [] });
      const given = { roles: ['assessor'], reason: 'Assesses the north' };
      expect((await tessa.put(`t/aldermoor/members/${member.id}/roles`, given)).status).toBe(200);
      const removed = await tessa.post(`t/aldermoor/members/${member.id}/removal`, { reason: 'Left' });
      expect(removed).toMatchObject({ status: 422, body: { code: 'access.managed-elsewhere' } });

      await page.close();
      const again = await signInAtTheEnterprise(browser, keycloak);
      await again.getByRole('button', { name: /Otto Works.*your menu/ }).waitFor();
      await again.close();
    });
  });
}

async function signInAtTheEnterprise(browser: Browser, { webOrigin }: KeycloakWorld): Promise<Page> {
  const { page } = await openWindow(browser);
  page.setDefaultTimeout(120_000);
  await page.goto(`${webOrigin}/t/aldermoor`);
  await page.locator('#username').fill(otto.email);
  await page.locator('#kc-login').click();
  await page.waitForURL(new RegExp(`/realms/${ENTERPRISE}/`));
  await page.locator('#username').fill(otto.username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
  await page.waitForURL((address) => address.origin === webOrigin);
  return page;
}
