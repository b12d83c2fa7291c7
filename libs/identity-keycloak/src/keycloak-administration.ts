import { NotFound, Refused, type Role, roles as everyRole } from '@mainstay/event-sourcing';
import {
  IdentityAdministration,
  type Invitation,
  type NewMember,
  type TenantMember,
  type TenantOrganization,
} from '@mainstay/identity';
import { AdminApi, type AdminApiOptions, AdminRefusal } from './admin-api';
import {
  firstActions,
  type Group,
  isInvited,
  nameOf,
  type Organization,
  type OrganizationMember,
  type User,
} from './representations';

/**
 * Members of a tenant are members of its organization, roles are its groups of the same names.
 *
 * The service account's rights are realm-wide, so every call here starts at the organization that the caller's own token
 * names, and makes sure that it is the tenant's. Keycloak's own invitations are not used: they carry no roles, the people
 * who accept them become MANAGED members, whose account is deleted with the membership, and their links can be read by
 * whoever administers. Instead the account is made here, and Keycloak itself writes to the person.
 */
export class KeycloakAdministration extends IdentityAdministration {
  private readonly api: AdminApi;

  constructor(options: AdminApiOptions) {
    super();
    this.api = new AdminApi(options);
  }

  async members(tenant: TenantOrganization): Promise<TenantMember[]> {
    const organization = await this.organizationOf(tenant);
    const [people, held] = await Promise.all([
      this.api.all<OrganizationMember>(`${organization}/members?briefRepresentation=false`),
      this.rolesHeld(organization),
    ]);
    return people.map((person) => ({
      id: person.id,
      name: nameOf(person),
      username: person.username,
      email: person.email ?? null,
      roles: everyRole.filter((role) => held.get(role)?.has(person.id)),
      state: isInvited(person) ? 'invited' : 'active',
    }));
  }

  async invite(tenant: TenantOrganization, { name, email, roles }: NewMember): Promise<Invitation> {
    const organization = await this.organizationOf(tenant);
    const groups = await this.groupsFor(organization, roles);
    const known = await this.userWith(email);
    const person = known ?? (await this.makeAccount(name, email));
    if (!known || isInvited(known)) await this.write(person.id, known === undefined);
    await this.unlessThere(this.api.call('POST', `${organization}/members`, person.id));
    await this.putInto(organization, person.id, groups);
    return { personId: person.id };
  }

  async inviteAgain(tenant: TenantOrganization, personId: string): Promise<Invitation> {
    const organization = await this.organizationOf(tenant);
    await this.memberOf(organization, personId);
    await this.write(personId, false);
    return { personId };
  }

  async setRoles(tenant: TenantOrganization, personId: string, roles: readonly Role[]): Promise<void> {
    const organization = await this.organizationOf(tenant);
    await this.memberOf(organization, personId);
    await this.putInto(organization, personId, await this.groupsFor(organization, roles));
  }

  async remove(tenant: TenantOrganization, personId: string): Promise<void> {
    const organization = await this.organizationOf(tenant);
    const person = await this.memberOf(organization, personId);
    if (person.membershipType === 'MANAGED') {
      throw new Refused(
        'access.managed-elsewhere',
        'personId: this account belongs to the enterprise’s own sign-in; removing it here would delete it. Remove it there.',
      );
    }
    const elsewhere = await this.api.get<Organization[]>(`/organizations/members/${personId}/organizations`);
    await this.api.call('DELETE', `${organization}/members/${personId}`);
    if (isInvited(person) && elsewhere.length <= 1) await this.api.call('DELETE', `/users/${personId}`);
  }

  /** @throws NotFound where the organization is not the tenant's own */
  private async organizationOf({ alias, id }: TenantOrganization): Promise<string> {
    const path = `/organizations/${encodeURIComponent(id)}`;
    const organization = await this.found(this.api.get<Organization>(path), () => new NotFound('tenant', alias));
    if (organization.alias !== alias) throw new NotFound('tenant', alias);
    return path;
  }

  private memberOf(organization: string, personId: string): Promise<OrganizationMember> {
    const path = `${organization}/members/${encodeURIComponent(personId)}`;
    return this.found(this.api.get<OrganizationMember>(path), () => new NotFound('member', personId));
  }

  private async rolesHeld(organization: string): Promise<Map<string, Set<string>>> {
    const groups = await this.api.all<Group>(`${organization}/groups`);
    const held = groups.map(async ({ id, name }): Promise<[string, Set<string>]> => {
      const people = await this.api.all<User>(`${organization}/groups/${id}/members`);
      return [name, new Set(people.map((person) => person.id))];
    });
    return new Map(await Promise.all(held));
  }

  private async groupsFor(organization: string, roles: readonly Role[]): Promise<Group[]> {
    const groups = await this.api.all<Group>(`${organization}/groups`);
    const missing = roles.find((role) => !groups.some(({ name }) => name === role));
    if (missing) {
      throw new Refused(
        'access.role-not-provisioned',
        `roles: the sign-in service has no group ${missing} for this enterprise; provision the tenant again.`,
      );
    }
    return groups.filter(({ name }) => roles.some((role) => role === name));
  }

  /** Exactly these of the groups that stand for roles; other groups are somebody else's. */
  private async putInto(organization: string, personId: string, wanted: readonly Group[]): Promise<void> {
    const present = await this.api.all<Group>(`${organization}/members/${personId}/groups`);
    const at = (group: Group) => `${organization}/groups/${group.id}/members/${personId}`;
    const isRole = ({ name }: Group) => everyRole.some((role) => role === name);
    const has = (groups: readonly Group[], { id }: Group) => groups.some((group) => group.id === id);
    // Taken away first: an answer that gets lost between the two leaves somebody with too little, never with too much.
    for (const group of present.filter((one) => isRole(one) && !has(wanted, one))) {
      await this.api.call('DELETE', at(group));
    }
    for (const group of wanted.filter((one) => !has(present, one))) {
      await this.unlessThere(this.api.call('PUT', at(group)));
    }
  }

  private async userWith(email: string): Promise<User | undefined> {
    const [user] = await this.api.get<User[]>(
      `/users?exact=true&briefRepresentation=false&email=${encodeURIComponent(email)}`,
    );
    return user;
  }

  private async makeAccount(name: string, email: string): Promise<User> {
    const [firstName, ...family] = name.split(' ');
    const lastName = family.join(' ') || firstName;
    const account = { username: email, email, firstName, lastName, enabled: true, requiredActions: firstActions };
    await this.unlessThere(this.api.call('POST', '/users', account));
    const made = await this.userWith(email);
    if (!made) throw new Refused('access.username-taken', 'email: somebody signs in with this address as user name.');
    return made;
  }

  /** Keycloak sends the e-mail itself; its link is seen by nobody else. An account nobody could be told of goes again. */
  private async write(personId: string, isNew: boolean): Promise<void> {
    try {
      await this.api.call('PUT', `/users/${personId}/execute-actions-email`, firstActions);
    } catch (error) {
      if (isNew) await this.api.call('DELETE', `/users/${personId}`);
      if (!(error instanceof AdminRefusal)) throw error;
      throw new Refused(
        'access.no-mail',
        'The sign-in service cannot send e-mails, so nobody was invited: set up its mail server first.',
      );
    }
  }

  private async found<Answer>(asked: Promise<Answer>, missing: () => NotFound): Promise<Answer> {
    try {
      return await asked;
    } catch (error) {
      throw error instanceof AdminRefusal && [400, 404].includes(error.status) ? missing() : error;
    }
  }

  /** 409: it is so already. */
  private async unlessThere(asked: Promise<unknown>): Promise<void> {
    try {
      await asked;
    } catch (error) {
      if (!(error instanceof AdminRefusal && error.status === 409)) throw error;
    }
  }
}
