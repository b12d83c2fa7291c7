export * from './embedded-identity';
export type { EmbeddedIdentityOptions, EmbeddedPerson, Organization } from './options';
