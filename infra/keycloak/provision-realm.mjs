// Brings the realm of a running Keycloak to what realm-mainstay.json says; what is right already is left alone.
import { webAddresses } from './demo-realm.mjs';

/** What stands in the realm; the rest of the realm file are settings of the realm itself. */
const PARTS = [
  'clientScopes',
  'defaultDefaultClientScopes',
  'defaultOptionalClientScopes',
  'roles',
  'clients',
  'users',
];

/**
 * `call` signs in as an administrator of the server; `realm` is the realm file's content. `webOrigins` and
 * `provisionerSecret` are this installation's own. Answers what it changed, one line each.
 */
export async function provisionRealm({ call, realm, webOrigins, provisionerSecret }) {
  const changes = [];
  const done = (line) => changes.push(line);
  const at = `/${realm.realm}`;
  const present = (await call('GET', at, undefined, [404])).body;
  if (!present) {
    await call('POST', '', { ...realm, clients: realm.clients.map((client) => placed(client, webOrigins)) });
    done(`realm ${realm.realm} made`);
  } else {
    await settings({ call, at, realm, present, done });
    await roles({ call, at, realm, done });
    await mappers({ call, at, realm, done });
  }
  await web({ call, at, webOrigins, done });
  await provisioner({ call, at, realm, secret: provisionerSecret, done });
  return changes;
}

/** Keycloak takes no realm whose web page has no valid address. */
const placed = (client, webOrigins) =>
  client.clientId === 'mainstay-web' ? { ...client, ...webAddresses(webOrigins, client.attributes) } : client;

async function settings({ call, at, realm, present, done }) {
  const wanted = Object.entries(realm).filter(([name, value]) => !PARTS.includes(name) && !same(value, present[name]));
  if (wanted.length === 0) return;
  await call('PUT', at, { ...present, ...Object.fromEntries(wanted) });
  done(`settings set: ${wanted.map(([name]) => name).join(', ')}`);
}

async function roles({ call, at, realm, done }) {
  const { id } = await clientOf(call, at, 'mainstay-api');
  const present = (await call('GET', `${at}/clients/${id}/roles`)).body;
  for (const role of realm.roles.client['mainstay-api']) {
    if (present.some(({ name }) => name === role.name)) continue;
    await call('POST', `${at}/clients/${id}/roles`, role);
    done(`role ${role.name} made`);
  }
}

/** The claim of the scope `organization` is what the API reads: its mappers must be these and no others. */
async function mappers({ call, at, realm, done }) {
  const wanted = realm.clientScopes.find(({ name }) => name === 'organization').protocolMappers;
  const { id } = (await call('GET', `${at}/client-scopes`)).body.find(({ name }) => name === 'organization');
  const models = `${at}/client-scopes/${id}/protocol-mappers/models`;
  const present = (await call('GET', models)).body;
  for (const mapper of present.filter(({ name }) => !wanted.some((one) => one.name === name))) {
    await call('DELETE', `${models}/${mapper.id}`);
    done(`mapper ${mapper.name} removed`);
  }
  for (const mapper of wanted) {
    const found = present.find(({ name }) => name === mapper.name);
    if (!found) await call('POST', models, mapper);
    else if (!contains(found.config, mapper.config))
      await call('PUT', `${models}/${found.id}`, { ...found, ...mapper });
    else continue;
    done(`mapper ${mapper.name} set`);
  }
}

async function web({ call, at, webOrigins, done }) {
  const client = await clientOf(call, at, 'mainstay-web');
  const wanted = webAddresses(webOrigins, client.attributes);
  if (contains(client, wanted)) return;
  await call('PUT', `${at}/clients/${client.id}`, { ...client, ...wanted });
  done(`web page at ${webOrigins.join(', ')}`);
}

async function provisioner({ call, at, realm, secret, done }) {
  const client = await clientOf(call, at, 'mainstay-provisioner');
  const present = (await call('GET', `${at}/clients/${client.id}/client-secret`)).body;
  if (present.value !== secret) {
    await call('PUT', `${at}/clients/${client.id}`, { ...client, secret });
    done('secret of mainstay-provisioner set');
  }
  const [{ clientRoles }] = realm.users;
  const user = (await call('GET', `${at}/clients/${client.id}/service-account-user`)).body;
  const management = await clientOf(call, at, 'realm-management');
  const mappings = `${at}/users/${user.id}/role-mappings/clients/${management.id}`;
  const held = (await call('GET', mappings)).body;
  const wanted = clientRoles['realm-management'];
  const missing = wanted.filter((name) => !held.some((role) => role.name === name));
  const tooMany = held.filter(({ name }) => !wanted.includes(name));
  if (missing.length > 0) {
    const every = (await call('GET', `${at}/clients/${management.id}/roles`)).body;
    await call(
      'POST',
      mappings,
      every.filter(({ name }) => missing.includes(name)),
    );
    done(`mainstay-provisioner may ${missing.join(', ')}`);
  }
  if (tooMany.length > 0) {
    await call('DELETE', mappings, tooMany);
    done(`mainstay-provisioner may no longer ${tooMany.map(({ name }) => name).join(', ')}`);
  }
}

const clientOf = async (call, at, clientId) => {
  const [client] = (await call('GET', `${at}/clients?clientId=${clientId}`)).body;
  if (!client) throw new Error(`The realm has no client ${clientId}: import realm-mainstay.json into an empty realm.`);
  return client;
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Whether all that is wanted stands in what is there. Lists are compared in any order. */
function contains(present, wanted) {
  return Object.entries(wanted).every(([name, value]) => {
    const found = present?.[name];
    if (Array.isArray(value)) return same([...(found ?? [])].sort(), [...value].sort());
    return typeof value === 'object' ? contains(found, value) : found === value;
  });
}
