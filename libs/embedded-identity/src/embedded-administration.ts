import { randomUUID } from 'node:crypto';
import { NotFound, type Role } from '@mainstay/event-sourcing';
import {
  IdentityAdministration,
  type Invitation,
  type NewMember,
  type TenantMember,
  type TenantOrganization,
} from '@mainstay/identity';
import type { Directory } from './directory';
import { oneTimePassword } from './one-time-password';
import type { EmbeddedPerson } from './options';

/** The administration of members on one machine: no mail is sent, so the administrator hands over a one-time password. */
export class EmbeddedAdministration extends IdentityAdministration {
  constructor(private readonly directory: Directory) {
    super();
  }

  async members({ alias }: TenantOrganization): Promise<TenantMember[]> {
    return this.directory.all().flatMap((person) => {
      const { id, name, username, email } = person;
      const here = membershipOf(person, alias);
      const state = person.mustChoosePassword ? ('invited' as const) : ('active' as const);
      return here ? [{ id, name, username, email, roles: here.roles, state }] : [];
    });
  }

  /** Somebody who has an account already is a member at once and signs in as ever. */
  async invite(tenant: TenantOrganization, { name, email, roles }: NewMember): Promise<Invitation> {
    const known = this.directory.named(email);
    if (known) {
      this.directory.setMembership(known.id, tenant.alias, roles);
      return this.inviteAgain(tenant, known.id);
    }
    const id = randomUUID();
    const memberships = [{ organization: tenant.alias, roles: [...roles] }];
    const password = oneTimePassword();
    this.directory.keep({ id, name, username: email, email, memberships }, password);
    return { personId: id, oneTimePassword: password };
  }

  /** Who belongs to another tenant too gets no new password from this one: it would open the other's doors as well. */
  async inviteAgain(tenant: TenantOrganization, personId: string): Promise<Invitation> {
    const { mustChoosePassword, memberships } = this.memberOf(tenant, personId);
    if (!mustChoosePassword || memberships.length > 1) return { personId };
    const password = oneTimePassword();
    this.directory.setPassword(personId, password, { mustChoose: true });
    return { personId, oneTimePassword: password };
  }

  async setRoles(tenant: TenantOrganization, personId: string, roles: readonly Role[]): Promise<void> {
    this.memberOf(tenant, personId);
    this.directory.setMembership(personId, tenant.alias, roles);
  }

  async remove(tenant: TenantOrganization, personId: string): Promise<void> {
    const { mustChoosePassword, memberships } = this.memberOf(tenant, personId);
    if (mustChoosePassword && memberships.length === 1) this.directory.forget(personId);
    else this.directory.setMembership(personId, tenant.alias, undefined);
  }

  private memberOf({ alias }: TenantOrganization, personId: string): EmbeddedPerson {
    const person = this.directory.find(personId);
    if (!person || !membershipOf(person, alias)) throw new NotFound('member', personId);
    return person;
  }
}

const membershipOf = ({ memberships }: EmbeddedPerson, alias: string) =>
  memberships.find(({ organization }) => organization === alias);
