import type { Role } from '@mainstay/event-sourcing';

/** A tenant, as the identity provider knows it. */
export interface Organization {
  readonly id: string;
  /** The tenant's name in paths and tokens: lower-case letters, digits and hyphens. */
  readonly alias: string;
  readonly name: string;
}

export interface EmbeddedPerson {
  /** Stable id; becomes the token's subject. */
  readonly id: string;
  readonly username: string;
  /** Without one it is a demo person: listed on the login page, and signed in by one press or the demo password. */
  readonly password?: string;
  /** In place of the password, for people who were invited. */
  readonly passwordHash?: string;
  /** Signs in with a one-time password, and must choose an own one first. */
  readonly mustChoosePassword?: boolean;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly { readonly organization: string; readonly roles: readonly Role[] }[];
}

export interface EmbeddedIdentityOptions {
  /** `http://localhost:<port>/identity/realms/mainstay`; the paths below it are Keycloak's. */
  readonly issuer: string;
  readonly organizations: readonly Organization[];
  readonly people: readonly EmbeddedPerson[];
  readonly demoPassword: string;
  /** Where the web page is served, such as `http://localhost:3000`. Sign-in goes back to any path there, nowhere else. */
  readonly redirectOrigins: readonly string[];
  /** Keeps the signing key over restarts; made (mode 0600) where it is missing. */
  readonly signingKeyFile: string;
  /** Keeps invited people and changed memberships over restarts; left out, they last as long as the process. */
  readonly directoryFile?: string;
}

export const audience = 'mainstay-api';
/** Asking for this scope puts all the person's tenants into the tokens. */
export const organizationScope = 'organization:*';
