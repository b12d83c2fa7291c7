// Provisions a running Keycloak for Mainstay. Run again it changes nothing that is right already.
//
//   node infra/keycloak/provision.mjs realm
//     the realm as realm-mainstay.json says, where the web page is, the secret of the API's service account:
//     KEYCLOAK_URL, KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD, MAINSTAY_WEB_ORIGIN (several: comma between),
//     KEYCLOAK_ADMIN_CLIENT_SECRET
//   node infra/keycloak/provision.mjs tenant <alias> <name> [--domain <domain>] [--administrator <e-mail>]
//     an organization with a group for each role: KEYCLOAK_URL, KEYCLOAK_ADMIN_CLIENT_SECRET
import { parseArgs } from 'node:util';
import { adminApi } from './admin.mjs';
import { readRealm } from './demo-realm.mjs';
import { provisionRealm } from './provision-realm.mjs';
import { provisionTenant } from './provision-tenant.mjs';

const USAGE =
  'usage: provision.mjs realm | provision.mjs tenant <alias> <name> [--domain <domain>] [--administrator <e-mail>]';
const SHORTEST_SECRET = 24;

try {
  const changes = await provision();
  for (const line of changes) console.log(line);
  console.log(changes.length === 0 ? 'Nothing to change.' : `${changes.length} changed.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function provision() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { domain: { type: 'string', multiple: true }, administrator: { type: 'string' } },
  });
  const [what, alias, name] = positionals;
  const realm = readRealm();
  const url = needed('KEYCLOAK_URL').replace(/\/+$/, '');
  if (what === 'realm') {
    const username = needed('KEYCLOAK_ADMIN_USERNAME');
    const password = needed('KEYCLOAK_ADMIN_PASSWORD');
    const call = await adminApi({ url, account: { realm: 'master', clientId: 'admin-cli', username, password } });
    const webOrigins = needed('MAINSTAY_WEB_ORIGIN').split(',').map(originOf);
    return provisionRealm({ call, realm, webOrigins, provisionerSecret: secret() });
  }
  if (what !== 'tenant' || !alias || !name) throw new Error(USAGE);
  const account = { realm: realm.realm, clientId: 'mainstay-provisioner', clientSecret: secret() };
  const call = await adminApi({ url, account });
  const { domain: domains, administrator } = values;
  return (await provisionTenant({ call, realm, alias, name, domains, administrator })).changes;
}

function needed(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} must be set.`);
  return value;
}

function secret() {
  const value = needed('KEYCLOAK_ADMIN_CLIENT_SECRET');
  if (value.length < SHORTEST_SECRET)
    throw new Error(`KEYCLOAK_ADMIN_CLIENT_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  return value;
}

function originOf(text) {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`MAINSTAY_WEB_ORIGIN must hold addresses such as https://mainstay.example, but holds ${text}.`);
  return url.origin;
}
