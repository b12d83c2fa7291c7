import { roles } from '@mainstay/event-sourcing';
import { type AdminCall, adminApi } from '../../../infra/keycloak/admin.mjs';
import { readRealm } from '../../../infra/keycloak/demo-realm.mjs';
import { provisionRealm } from '../../../infra/keycloak/provision-realm.mjs';
import { provisionTenant } from '../../../infra/keycloak/provision-tenant.mjs';
import { type Api, type KeycloakWorld, PROVISIONER_SECRET } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

export function describeProvisioning(world: () => World): void {
  const realm = readRealm();
  // Ids are the server's own, so a second realm beside ours cannot have the same.
  const fresh = { ...realm, realm: 'fresh', clients: realm.clients.map((client) => ({ ...client, id: undefined })) };
  const ours = () => ({ webOrigins: [world().keycloak.webOrigin], provisionerSecret: PROVISIONER_SECRET });
  const administrator = () => world().keycloak.administrator();
  const provisioner = (): Promise<AdminCall> =>
    adminApi({
      url: world().keycloak.keycloak.url,
      account: { realm: 'mainstay', clientId: 'mainstay-provisioner', clientSecret: PROVISIONER_SECRET },
    });

  describe('the realm file', () => {
    it('knows every role of the product, and holds neither people nor secrets', () => {
      expect(realm.roles.client['mainstay-api']!.map(({ name }) => name)).toEqual([...roles]);
      expect(JSON.stringify(realm)).not.toMatch(/"(secret|credentials|value)":/);
      expect(realm.users).toEqual([expect.objectContaining({ serviceAccountClientId: 'mainstay-provisioner' })]);
    });
  });

  describe('provisioning a realm', () => {
    it('changes nothing in a realm that was imported', async () => {
      expect(await provisionRealm({ call: await administrator(), realm, ...ours() })).toEqual([]);
    });

    it('makes a realm from nothing, and changes nothing when run again', async () => {
      const call = await administrator();
      const changes = await provisionRealm({ call, realm: fresh, ...ours() });
      expect(changes).toEqual(['realm fresh made', 'secret of mainstay-provisioner set']);
      expect(await provisionRealm({ call, realm: fresh, ...ours() })).toEqual([]);
    });

    it('brings back what was changed by hand, and takes away what the service account should not hold', async () => {
      const call = await administrator();
      const at = '/fresh';
      const present = (await call('GET', at)).body as object;
      await call('PUT', at, { ...present, accessTokenLifespan: 3_600, bruteForceProtected: false });
      const scope = ((await call('GET', `${at}/client-scopes`)).body as { id: string; name: string }[]).find(
        ({ name }) => name === 'organization',
      )!;
      const models = `${at}/client-scopes/${scope.id}/protocol-mappers/models`;
      const [mapper] = (await call('GET', models)).body as { id: string }[];
      await call('DELETE', `${models}/${mapper!.id}`);
      const [management] = (await call('GET', `${at}/clients?clientId=realm-management`)).body as { id: string }[];
      const [account] = (await call('GET', `${at}/clients?clientId=mainstay-provisioner`)).body as { id: string }[];
      const user = (await call('GET', `${at}/clients/${account!.id}/service-account-user`)).body as { id: string };
      const strong = (await call('GET', `${at}/clients/${management!.id}/roles/realm-admin`)).body as object;
      await call('POST', `${at}/users/${user.id}/role-mappings/clients/${management!.id}`, [strong]);

      const changes = await provisionRealm({ call, realm: fresh, ...ours() });
      expect(changes).toHaveLength(3);
      expect(changes).toEqual(
        expect.arrayContaining([
          'settings set: accessTokenLifespan, bruteForceProtected',
          'mainstay-provisioner may no longer realm-admin',
        ]),
      );
      expect(await provisionRealm({ call, realm: fresh, ...ours() })).toEqual([]);
    });
  });

  describe('provisioning a tenant, as the service account of least rights', () => {
    const cobalt = {
      alias: 'cobalt',
      name: 'Cobalt AG',
      domains: ['cobalt.example'],
      administrator: 'nora@nowhere.example',
    };

    it('makes its organization, its groups and its administrator, whom the API then takes; again it changes nothing', async () => {
      const call = await provisioner();
      const first = await provisionTenant({ call, realm, ...cobalt });
      expect(first.changes).toHaveLength(1 + 2 * roles.length + 2);
      expect(await provisionTenant({ call, realm, ...cobalt })).toEqual({ id: first.id, changes: [] });
      const { access_token: token } = await world().keycloak.grant('nora');
      expect((await world().api.as(token).get('t/cobalt/me')).body.roles).toEqual(['tenant-administrator']);
      expect((await world().api.as(token).get('t/aldermoor/me')).status).toBe(404);
    });

    it('refuses an alias that a path cannot hold', async () => {
      const call = await provisioner();
      await expect(provisionTenant({ call, realm, alias: 'Not so', name: 'x' })).rejects.toThrow(
        'alias: must be 1 to 63',
      );
    });

    it('may neither read secrets of clients nor change the realm', async () => {
      const call = await provisioner();
      const admin = await administrator();
      const [client] = (await admin('GET', '/mainstay/clients?clientId=mainstay-provisioner')).body as { id: string }[];
      const forbidden = [`clients/${client!.id}/client-secret`, `clients/${client!.id}`, 'client-scopes', 'events'];
      for (const path of forbidden) await expect(call('GET', `/mainstay/${path}`)).rejects.toThrow('403');
      await expect(call('PUT', '/mainstay', { realm: 'mainstay', bruteForceProtected: false })).rejects.toThrow('403');
    });
  });
}
