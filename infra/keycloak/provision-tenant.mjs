// Makes an organization for a tenant, with a group for each role. Importing cannot do it for a realm that exists, and
// Keycloak makes no groups along with an organization.

/**
 * `call` signs in as mainstay-provisioner. Answers { id, changes }: the organization's id, and one line for each change.
 * `administrator` is the e-mail address of a person the realm knows, who becomes a member with the role
 * tenant-administrator; later ones are invited on the product's own page.
 */
export async function provisionTenant({ call, realm, alias, name, domains = [], administrator }) {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(alias)) {
    throw new Error(`alias: must be 1 to 63 lower-case letters, digits and hyphens, but is ${alias}.`);
  }
  const changes = [];
  const at = `/${realm.realm}`;
  let organization = await organizationOf(call, at, alias);
  if (!organization) {
    const body = { name, alias, enabled: true, domains: domains.map((domain) => ({ name: domain, verified: false })) };
    await call('POST', `${at}/organizations`, body);
    organization = await organizationOf(call, at, alias);
    changes.push(`organization ${alias} made`);
  }
  const own = `${at}/organizations/${organization.id}`;
  // The realm file fixes the client's id: asking for it takes a right that shows the secrets of all clients too.
  const api = realm.clients.find(({ clientId }) => clientId === 'mainstay-api');
  for (const { name: role } of realm.roles.client['mainstay-api']) {
    const group = await ensureGroup(call, own, role, changes);
    await ensureRole(call, `${own}/groups/${group.id}/role-mappings/clients/${api.id}`, role, changes);
  }
  if (administrator) await ensureAdministrator(call, at, own, administrator, changes);
  return { id: organization.id, changes };
}

async function organizationOf(call, at, alias) {
  for (let first = 0; ; first += 100) {
    const page = (await call('GET', `${at}/organizations?first=${first}&max=100`)).body;
    const found = page.find((organization) => organization.alias === alias);
    if (found || page.length < 100) return found;
  }
}

const groupOf = async (call, own, role) =>
  (await call('GET', `${own}/groups?max=200`)).body.find(({ name }) => name === role);

async function ensureGroup(call, own, role, changes) {
  const present = await groupOf(call, own, role);
  if (present) return present;
  await call('POST', `${own}/groups`, { name: role });
  changes.push(`group ${role} made`);
  return groupOf(call, own, role);
}

/** Asks for the roles that the group may still be given: reading them from the client takes rights that show secrets. */
async function ensureRole(call, mappings, name, changes) {
  if ((await call('GET', mappings)).body.some((role) => role.name === name)) return;
  const role = (await call('GET', `${mappings}/available`)).body.find((one) => one.name === name);
  if (!role) throw new Error(`The realm does not know the role ${name}: run "provision.mjs realm" first.`);
  await call('POST', mappings, [role]);
  changes.push(`group ${name} grants the role`);
}

async function ensureAdministrator(call, at, own, email, changes) {
  const [user] = (await call('GET', `${at}/users?exact=true&email=${encodeURIComponent(email)}`)).body;
  if (!user)
    throw new Error(`administrator: the realm knows nobody with the e-mail address ${email}; make the user first.`);
  // 409: is a member, or in the group, already.
  if ((await call('POST', `${own}/members`, user.id, [409])).status !== 409) changes.push(`${email} is a member`);
  const group = await groupOf(call, own, 'tenant-administrator');
  const { status } = await call('PUT', `${own}/groups/${group.id}/members/${user.id}`, undefined, [409]);
  if (status !== 409) changes.push(`${email} is tenant administrator`);
}
