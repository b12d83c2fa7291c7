import type { Configuration, Provider } from 'oidc-provider';

/** The web page (code and PKCE) and the command line (password grant); both public, both the product itself. */
export function clients(origins: readonly string[]): Configuration['clients'] {
  const places = origins.map((origin) => `${origin}/`);
  return [
    {
      client_id: 'mainstay-web',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: places,
      post_logout_redirect_uris: places,
    },
    {
      client_id: 'mainstay-cli',
      token_endpoint_auth_method: 'none',
      grant_types: ['password', 'refresh_token'],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

/** Any page of the web application may be returned to, as with a Keycloak client registered as `<origin>/*`. */
export function redirectOnlyTo(provider: Provider, origins: readonly string[]): void {
  const isOurs = (uri: string): boolean =>
    origins.some((origin) => uri.startsWith(`${origin}/`)) &&
    URL.canParse(uri) &&
    origins.includes(new URL(uri).origin);
  provider.Client.prototype.redirectUriAllowed = isOurs;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isOurs;
}
