// Keycloak's Admin REST API, as far as provisioning needs it.

/**
 * `account`: { realm, clientId, clientSecret } of a service account, or { realm, clientId, username, password }.
 * Answers `call(method, path, body?, accepted?)` below /admin/realms; `accepted` are statuses that are no failure.
 */
export async function adminApi({ url, account }) {
  const token = await accessToken(url, account);
  return async function call(method, path, body, accepted = []) {
    const response = await fetch(`${url}/admin/realms${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok && !accepted.includes(response.status)) {
      throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    }
    return { status: response.status, body: response.ok && text ? JSON.parse(text) : undefined };
  };
}

async function accessToken(url, { realm, clientId, clientSecret, username, password }) {
  const grant = clientSecret
    ? { grant_type: 'client_credentials', client_secret: clientSecret }
    : { grant_type: 'password', username, password };
  const response = await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...grant }),
  });
  const { access_token: token, error_description: why } = await response.json();
  if (!token) throw new Error(`${clientId} cannot sign in at ${url}, realm ${realm}: ${why ?? response.status}.`);
  return token;
}
