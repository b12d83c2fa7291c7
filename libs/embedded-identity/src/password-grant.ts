import type { Provider, ResourceServer, TokenEndpointGrantContext } from 'oidc-provider';
import { CustomOIDCProviderError } from 'oidc-provider/lib/helpers/errors.js';
import type { Directory } from './directory';

type Asked = { username?: string; password?: string };

interface Api {
  readonly scopes: readonly string[];
  readonly api: string;
  readonly resourceServer: ResourceServer;
}

/** `grant_type=password`, as Keycloak's direct access grants, so that scripts can sign in. */
export function passwordGrant(provider: Provider, directory: Directory, api: Api): void {
  const handler = async (ctx: TokenEndpointGrantContext<Asked>): Promise<void> => {
    const { client, params } = ctx.oidc;
    const person = directory.withPassword(String(params.username ?? ''), String(params.password ?? ''));
    if (!person) throw invalidCredentials();
    if (person.mustChoosePassword) throw notSetUp();
    const scope = api.scopes.filter((one) => (params.scope ?? 'openid').split(' ').includes(one)).join(' ');
    const grant = new provider.Grant({ clientId: client.clientId, accountId: person.id });
    grant.addOIDCScope(scope);
    grant.addResourceScope(api.api, scope);
    const issued = { accountId: person.id, client, grantId: await grant.save(), gty: 'password', scope };
    const access = new provider.AccessToken(issued);
    access.resourceServer = new provider.ResourceServer(api.api, api.resourceServer);
    const refresh = new provider.RefreshToken({ ...issued, resource: api.api });
    ctx.body = {
      access_token: await access.save(),
      expires_in: access.expiration,
      refresh_token: await refresh.save(),
      token_type: 'Bearer',
      scope,
    };
  };
  provider.registerGrantType<Asked>('password', handler, ['username', 'password', 'scope']);
}

/** In Keycloak's words: an own password is chosen on the sign-in page. */
const notSetUp = () => new CustomOIDCProviderError('invalid_grant', 'Account is not fully set up');

function invalidCredentials(): Error {
  const error = new CustomOIDCProviderError('invalid_grant', 'Invalid user credentials');
  return Object.assign(error, { status: 401, statusCode: 401 });
}
