import { Refused, type Role } from '@mainstay/event-sourcing';

/** The tenant, and its organization at the identity provider as the caller's own token names it. */
export interface TenantOrganization {
  readonly alias: string;
  readonly id: string;
}

export interface TenantMember {
  /** The token's subject. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** `invited`: has not signed in yet. */
  readonly state: 'active' | 'invited';
}

export interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface Invitation {
  readonly personId: string;
  /** Where the provider sends no mail: to be handed over by the administrator, and never shown again. */
  readonly oneTimePassword?: string;
}

/**
 * Who may sign in to a tenant, and with which roles: kept by the identity provider, changed through it. Everything is
 * asked for one tenant, and each implementation makes sure itself that it touches no other.
 * All throw Unavailable where the provider does not answer, NotFound for somebody who is not a member.
 */
export abstract class IdentityAdministration {
  /** Everyone who belongs to the tenant, invited people too, in no order. */
  abstract members(tenant: TenantOrganization): Promise<TenantMember[]>;
  /**
   * Makes somebody a member who need not have an account yet. Asked again for the same address it goes on where it stopped.
   * @throws Refused where the provider cannot tell the person
   */
  abstract invite(tenant: TenantOrganization, member: NewMember): Promise<Invitation>;
  /** Tells an invited person once more. @throws Refused for one who has signed in already */
  abstract inviteAgain(tenant: TenantOrganization, personId: string): Promise<Invitation>;
  /** The roles given and no others from now on. */
  abstract setRoles(tenant: TenantOrganization, personId: string, roles: readonly Role[]): Promise<void>;
  /** Ends the membership. The person's account stays, unless it was made by an invitation that was never accepted. */
  abstract remove(tenant: TenantOrganization, personId: string): Promise<void>;
}

/**
 * Who was removed from a tenant, and when. Access tokens are checked without asking the provider and live on for minutes:
 * one given out before the person was removed counts no longer.
 */
export abstract class EndedMemberships {
  /** The moment up to which the person's tokens count no longer in this tenant; undefined for everybody else. */
  abstract endedAt(tenant: string, personId: string): Promise<Date | undefined>;
}

/** Where the installation was given no account to administer with. */
export class MembersKeptElsewhere extends IdentityAdministration {
  members = elsewhere;
  invite = elsewhere;
  inviteAgain = elsewhere;
  setRoles = elsewhere;
  remove = elsewhere;
}

const elsewhere = (): Promise<never> =>
  Promise.reject(
    new Refused(
      'access.kept-elsewhere',
      'Members of this installation are looked after in the sign-in service itself.',
    ),
  );
