import { NotFound, type Role, roles as everyRole } from '@mainstay/event-sourcing';

/** What a person is in one tenant. */
export interface Membership {
  /** Id of the organization at the identity provider. */
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Someone whose token was found good. */
export interface Person {
  /** Stable id: the token's subject. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email?: string;
  /** When the token was given out; a token that does not say counts as one from long ago. */
  readonly issuedAt: Date;
  /** By tenant alias; has no prototype, so that only real memberships are found in it. */
  readonly organizations: Readonly<Record<string, Membership>>;
}

type Claims = Readonly<Record<string, unknown>>;

/** Reads a verified token. Roles count only where the organization entry itself grants them for `audience`. */
export function personOf(claims: Claims & { sub: string }, audience: string): Person {
  const username = text(claims.preferred_username) ?? claims.sub;
  return Object.freeze({
    id: claims.sub,
    name: text(claims.name) ?? username,
    username,
    email: text(claims.email),
    issuedAt: new Date(typeof claims.iat === 'number' ? claims.iat * 1_000 : 0),
    organizations: organizationsOf(claims.organization, audience),
  });
}

/**
 * What the person is in this tenant.
 * @throws NotFound for a tenant the person does not belong to, in the same words as for one that never existed
 */
export function membershipIn(person: Person, tenant: string): Membership {
  const membership = Object.hasOwn(person.organizations, tenant) ? person.organizations[tenant] : undefined;
  if (!membership) throw new NotFound('tenant', tenant);
  return membership;
}

function organizationsOf(claim: unknown, audience: string): Person['organizations'] {
  const organizations: Record<string, Membership> = Object.create(null);
  for (const [alias, entry] of Object.entries(record(claim))) {
    // Keycloak can leave an entry without id when a session asked for a narrower scope before: its roles are not to be trusted.
    const id = text(record(entry).id);
    if (id) organizations[alias] = Object.freeze({ id, roles: Object.freeze(rolesOf(record(entry), audience)) });
  }
  return Object.freeze(organizations);
}

function rolesOf(entry: Claims, audience: string): Role[] {
  const { roles } = record(own(record(entry.resource_access), audience));
  return Array.isArray(roles) ? everyRole.filter((role) => roles.includes(role)) : [];
}

const own = (object: Claims, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const record = (value: unknown): Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : {};
