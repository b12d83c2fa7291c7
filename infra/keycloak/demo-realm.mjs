// The realm with people for trying out and for tests: known passwords and a client that takes a password at the token
// endpoint. Never for production; the realm file itself holds neither people nor secrets.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The client of scripts: takes user name and password at the token endpoint, as the embedded provider's does. */
export const SCRIPT_CLIENT = 'mainstay-cli';

export const realmFile = fileURLToPath(new URL('./realm-mainstay.json', import.meta.url));
export const readRealm = () => JSON.parse(readFileSync(realmFile, 'utf8'));

/**
 * `organizations`: [{ id, alias, name }]; `people`: [{ id, username, name, email, memberships: { alias: role, or several } }];
 * `webOrigins`: where the web page is served, such as 'http://localhost:3000'.
 */
export function demoRealm({ organizations, people, password, webOrigins, provisionerSecret, realm = readRealm() }) {
  const web = clientOf(realm, 'mainstay-web');
  const { protocolMappers } = web;
  Object.assign(web, webAddresses(webOrigins, web.attributes));
  Object.assign(clientOf(realm, 'mainstay-provisioner'), { secret: provisionerSecret });
  const roles = realm.roles.client['mainstay-api'].map(({ name }) => name);
  return {
    ...realm,
    clients: [...realm.clients, scriptClient(protocolMappers)],
    users: [...realm.users, ...people.map((person) => userOf(person, password))],
    organizations: organizations.map((organization) => organizationOf(organization, roles, people)),
  };
}

/** What the realm must know of the places where the web page is served. */
export const webAddresses = (origins, attributes = {}) => ({
  redirectUris: origins.map((origin) => `${origin}/*`),
  webOrigins: [...origins],
  attributes: { ...attributes, 'post.logout.redirect.uris': origins.map((origin) => `${origin}/*`).join('##') },
});

const clientOf = (realm, id) => realm.clients.find(({ clientId }) => clientId === id);

const scriptClient = (protocolMappers) => ({
  clientId: SCRIPT_CLIENT,
  name: 'Scripts on this machine: not for production',
  enabled: true,
  publicClient: true,
  protocol: 'openid-connect',
  standardFlowEnabled: false,
  directAccessGrantsEnabled: true,
  fullScopeAllowed: false,
  defaultClientScopes: ['basic', 'profile', 'email', 'acr'],
  optionalClientScopes: ['organization'],
  protocolMappers,
});

/** Without first and last name, and e-mail, Keycloak says that the account is not fully set up. */
function userOf({ id, username, name, email }, password) {
  const [firstName, ...family] = name.split(' ');
  return {
    id,
    username,
    firstName,
    lastName: family.join(' '),
    email,
    emailVerified: true,
    enabled: true,
    realmRoles: ['default-roles-mainstay'],
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}

/** A group per role; members name their groups by id, so ids are made from what they stand for. */
function organizationOf({ id, alias, name }, roles, people) {
  const groupId = (role) => uuidOf(`${id}/${role}`);
  return {
    id,
    alias,
    name,
    enabled: true,
    domains: [{ name: `${alias}.example`, verified: true }],
    groups: roles.map((role) => ({ id: groupId(role), name: role, clientRoles: { 'mainstay-api': [role] } })),
    members: people
      .filter(({ memberships }) => memberships[alias])
      .map(({ username, memberships }) => ({
        username,
        membershipType: 'UNMANAGED',
        groups: [memberships[alias]].flat().map(groupId),
      })),
  };
}

const uuidOf = (text) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
