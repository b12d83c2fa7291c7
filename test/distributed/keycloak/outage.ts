import type { Api, KeycloakWorld } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

/** Last in the file: Keycloak ends here. */
export function describeOutage(world: () => World): void {
  describe('while Keycloak is down', () => {
    it('an API that knows its keys goes on, one that does not recognises nobody; both are well when it is back', async () => {
      const { keycloak, api } = world();
      const { access_token: token } = await keycloak.grant('priya');
      await keycloak.keycloak.kill();
      expect((await api.as(token).get('t/aldermoor/accounts')).status).toBe(200);
      expect(await api.becomes(true)).toMatchObject({ signingKeys: true });

      const cold = await keycloak.api();
      const { status, headers } = await cold.as(token).get('t/aldermoor/accounts');
      expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '1' });
      expect(await cold.becomes(false)).toMatchObject({ signingKeys: false });

      await keycloak.keycloak.restart();
      await cold.becomes(true);
      expect((await cold.as(token).get('t/aldermoor/accounts')).status).toBe(200);
      expect((await cold.as((await keycloak.grant('priya')).access_token).get('t/aldermoor/accounts')).status).toBe(
        200,
      );
      await cold.stop();
    });
  });
}
