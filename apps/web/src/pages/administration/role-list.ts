import type { Person } from './PeopleTab';

export type Role = Person['role'];

/** Roles a person can play, in the order of the policy. */
export const roles: readonly Role[] = [
  'tenant-administrator',
  'programme-lead',
  'kam-unit-head',
  'key-account-manager',
  'kam-team-member',
  'division-head',
  'executive-sponsor',
  'assessor',
  'board-member',
  'feedback-rater',
];
