import { decodeJwt } from 'jose';
import { KeycloakAdministration } from '@mainstay/identity-keycloak';
import { ALDERMOOR, BRACKWATER } from '../../../apps/all-in-one/src/demo/people';
import type { Caller } from '../../support/caller';
import { BrowserSession } from './browser-session';
import { type Api, type KeycloakWorld, PROVISIONER_SECRET } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

/** The tenant administrator's page, through the Admin API of a real Keycloak. */
export function describeAdministration(world: () => World): void {
  const callerOf = async (username: string): Promise<Caller> =>
    world().api.as((await world().keycloak.grant(username)).access_token);
  const members = async (query = '') => {
    const { status, body, text } = await (await callerOf('tessa')).get(`t/aldermoor/members${query}`);
    expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
    return body.items as { id: string; name: string; roles: string[]; state: string }[];
  };
  const administration = () =>
    new KeycloakAdministration({
      adminUrl: `${world().keycloak.keycloak.url}/admin/realms/mainstay`,
      clientId: 'mainstay-provisioner',
      clientSecret: PROVISIONER_SECRET,
    });
  const pia = { name: 'Pia Sand', email: 'pia@aldermoor.example', roles: ['assessor'], reason: 'Joins the audit' };

  describe('the administration of members at Keycloak', () => {
    it('lists the members of the own enterprise with the roles of it, and nobody of another', async () => {
      const all = await members();
      expect(all).toHaveLength(15);
      expect(all.find(({ name }) => name === 'Ruth Abara')).toMatchObject({ roles: ['assessor'], state: 'active' });
      expect(all.map(({ name }) => name)).not.toContain('Greta Maier');
    });

    it('invites by an e-mail of Keycloak: no link and no password pass through, and following it leads in with the roles', async () => {
      const tessa = await callerOf('tessa');
      const { status, body } = await tessa.post('t/aldermoor/members/invitations', pia);
      expect({ status, body }).toEqual({ status: 201, body: { personId: expect.any(String), oneTimePassword: null } });
      expect(await members('?state=invited')).toEqual([
        expect.objectContaining({ id: body.personId, name: 'Pia Sand', roles: ['assessor'] }),
      ]);
      const again = await tessa.post(`t/aldermoor/members/${body.personId}/invitation`, {});
      expect(again.status).toBe(200);
      expect(world().keycloak.mailbox.countFor(pia.email)).toBe(2);

      const session = new BrowserSession(world().keycloak.keycloak.issuer, world().keycloak.webOrigin);
      const password = 'a password of Pia';
      await session.follow(world().keycloak.mailbox.linkFor(pia.email), {
        'password-new': password,
        'password-confirm': password,
      });
      expect(await members('?state=invited')).toEqual([]);
      const { access_token: token } = await new BrowserSession(
        world().keycloak.keycloak.issuer,
        world().keycloak.webOrigin,
      ).signIn(pia.email, password);
      expect(decodeJwt(token).sub).toBe(body.personId);
      expect((await world().api.as(token).get('t/aldermoor/me')).body.roles).toEqual(['assessor']);
    });

    it('keeps members UNMANAGED, so that removing one never deletes an account', async () => {
      const call = await world().keycloak.administrator();
      const kinds = (await call('GET', `/mainstay/organizations/${ALDERMOOR.id}/members?max=100`)).body as {
        membershipType: string;
      }[];
      expect(new Set(kinds.map(({ membershipType }) => membershipType))).toEqual(new Set(['UNMANAGED']));
    });

    it('sets roles, from the next token on, in one enterprise only', async () => {
      const tessa = await callerOf('tessa');
      const [ruth] = await members('?q=ruth');
      const change = { roles: ['board-member', 'assessor'], reason: 'Sits on the Board' };
      expect((await tessa.put(`t/aldermoor/members/${ruth!.id}/roles`, change)).status).toBe(200);
      const caller = await callerOf('ruth');
      expect((await caller.get('t/aldermoor/me')).body.roles).toEqual(['assessor', 'board-member']);
      expect((await caller.get('t/brackwater/me')).body.roles).toEqual(['programme-lead']);
    });

    it('removes at once: a token still in hand counts no longer at any copy of the API, refreshing gives no more', async () => {
      const { keycloak, api } = world();
      const other = await keycloak.api();
      await other.becomes(true);
      const tokens = await keycloak.grant('carla');
      for (const copy of [api, other]) {
        expect((await copy.as(tokens.access_token).get('t/aldermoor/accounts')).status).toBe(200);
      }
      const [carla] = await members('?q=carla');
      const tessa = await callerOf('tessa');
      expect((await tessa.post(`t/aldermoor/members/${carla!.id}/removal`, { reason: 'Left' })).status).toBe(200);

      const here = await api.as(tokens.access_token).get('t/aldermoor/accounts');
      expect({ status: here.status, code: here.body.code }).toEqual({ status: 401, code: 'token.membership-ended' });
      const began = performance.now();
      let there = await other.as(tokens.access_token).get('t/aldermoor/accounts');
      while (there.status === 200) there = await other.as(tokens.access_token).get('t/aldermoor/accounts');
      expect(there.status).toBe(401);
      expect(performance.now() - began).toBeLessThan(5_000);
      const { access_token: fresh } = await keycloak.grant('carla');
      expect((await api.as(fresh).get('t/aldermoor/accounts')).status).toBe(404);
      await other.stop();
    });

    it('keeps an administrator, though Keycloak itself would remove the last', async () => {
      const [tessa] = await members('?q=tessa');
      const { status, body } = await (
        await callerOf('tessa')
      ).post(`t/aldermoor/members/${tessa!.id}/removal`, { reason: 'x' });
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'access.oneself' });
    });

    it('touches no organization but the tenant’s own, whatever id a token may bring', async () => {
      const crossed = { alias: ALDERMOOR.alias, id: BRACKWATER.id };
      const nowhere = { alias: ALDERMOOR.alias, id: '00000000-0000-4000-8000-000000000000' };
      for (const tenant of [crossed, nowhere]) {
        await expect(administration().members(tenant)).rejects.toMatchObject({ code: 'tenant.not-found' });
        await expect(administration().remove(tenant, 'p')).rejects.toMatchObject({ code: 'tenant.not-found' });
      }
      const owen = 'd0000000-0000-4000-8000-000000000013';
      await expect(administration().setRoles(ALDERMOOR, owen, ['assessor'])).rejects.toMatchObject({
        code: 'member.not-found',
      });
    });

    it('says so where Keycloak can send no e-mail, and leaves no account behind', async () => {
      const call = await world().keycloak.administrator();
      const realm = (await call('GET', '/mainstay')).body as { smtpServer: object };
      await call('PUT', '/mainstay', { ...realm, smtpServer: {} });
      const lost = { ...pia, email: 'lost@aldermoor.example' };
      const { status, body } = await (await callerOf('tessa')).post('t/aldermoor/members/invitations', lost);
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'access.no-mail' });
      expect((await call('GET', '/mainstay/users?email=lost@aldermoor.example')).body).toEqual([]);
      await call('PUT', '/mainstay', realm);
    });

    it('withdraws an invitation together with the account that was made for it', async () => {
      const tessa = await callerOf('tessa');
      const { body } = await tessa.post('t/aldermoor/members/invitations', {
        ...pia,
        email: 'brief@aldermoor.example',
      });
      expect((await tessa.post(`t/aldermoor/members/${body.personId}/removal`, { reason: 'Not coming' })).status).toBe(
        200,
      );
      const call = await world().keycloak.administrator();
      expect((await call('GET', '/mainstay/users?email=brief@aldermoor.example')).body).toEqual([]);
    });
  });
}
