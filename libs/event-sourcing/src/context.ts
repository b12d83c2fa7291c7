import type { Position } from './event';

export const roles = [
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
] as const;
export type Role = (typeof roles)[number];

/**
 * Who asks, for which tenant, and when. Passed explicitly to every command and query; nothing reads a tenant, a person
 * or a clock from anywhere else.
 */
export interface RequestContext {
  readonly tenant: string;
  /** Stable id of the person (the token's subject). */
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly onBehalfOf?: string;
  readonly correlation: string;
  readonly now: Date;
  /** Read as recorded at this moment; commands are refused while it is set. */
  readonly asAt?: Date;
  /** Read only once the read models have passed this place (a client reading its own write). */
  readonly after?: Position;
  /** If-Match: the version of the record that the client has seen. */
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
  /** Demo loader only: the moment to record instead of the store's clock. */
  readonly recordedAt?: Date;
}

export const hasRole = (context: Pick<RequestContext, 'roles'>, ...any: Role[]): boolean =>
  any.some((role) => context.roles.includes(role));
