/** As much of what the Admin REST API answers as is used here. */
export interface Organization {
  readonly id: string;
  readonly alias: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly enabled?: boolean;
  readonly requiredActions?: readonly string[];
}

export interface OrganizationMember extends User {
  /** A MANAGED member’s account belongs to the organization: removing the member would delete it. */
  readonly membershipType: 'MANAGED' | 'UNMANAGED';
}

/** What an invited person must do at the first sign-in. */
export const firstActions = ['UPDATE_PASSWORD', 'VERIFY_EMAIL'];

/** Has not followed the invitation yet: the link of the e-mail verifies the address. */
export const isInvited = ({ emailVerified, requiredActions }: User): boolean =>
  !emailVerified && (requiredActions ?? []).includes('UPDATE_PASSWORD');

export const nameOf = ({ firstName, lastName, username }: User): string =>
  [firstName, lastName].filter(Boolean).join(' ') || username;
