import { decider, Forbidden, Refused, type RequestContext, type Role } from '@mainstay/event-sourcing';
import { type AccessEvent, accessEvents } from './access.events';

/** One record a tenant, so that two administrators who remove each other at the same moment cannot both succeed. */
export const ACCESS = 'access';

/** What was decided here about each person: the roles given, or `removed`. Others are as the identity provider says. */
type Access = ReadonlyMap<string, readonly Role[] | 'removed'>;

export const access = decider<Access, AccessEvent>({
  stream: 'people.access',
  initial: new Map(),
  events: accessEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'people.MemberInvited':
        return new Map(state).set(event.data.personId, event.data.roles);
      case 'people.MemberInvitedAgain':
        return state;
      case 'people.MemberRolesChanged':
        return new Map(state).set(event.data.personId, event.data.to);
      case 'people.MemberRemoved':
        return new Map(state).set(event.data.personId, 'removed');
      default:
        return event satisfies never;
    }
  },
});

type Actor = Pick<RequestContext, 'actor'>;
const ADMINISTRATOR = 'tenant-administrator';

export interface Invite {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly reason: string;
}

export function invite(state: Access, { personId, roles, reason }: Invite, { actor }: Actor): AccessEvent[] {
  assertAdministers(state, actor);
  const known = state.get(personId);
  if (known && known !== 'removed' && sameRoles(known, roles)) return [];
  return [{ type: 'people.MemberInvited', data: { personId, roles: [...roles], reason } }];
}

export interface InviteAgain {
  readonly personId: string;
}

export function inviteAgain(state: Access, { personId }: InviteAgain, { actor }: Actor): AccessEvent[] {
  assertAdministers(state, actor);
  return [{ type: 'people.MemberInvitedAgain', data: { personId } }];
}

export interface ChangeRoles {
  readonly personId: string;
  /** As the identity provider has them. */
  readonly from: readonly Role[];
  readonly to: readonly Role[];
  readonly reason: string;
  /** Everyone who administers the tenant at the identity provider. */
  readonly administrators: readonly string[];
}

export function changeRoles(state: Access, body: ChangeRoles, { actor }: Actor): AccessEvent[] {
  const { personId, from, to, reason } = body;
  assertAdministers(state, actor);
  if (sameRoles(from, to)) return [];
  if (from.includes(ADMINISTRATOR) && !to.includes(ADMINISTRATOR)) {
    if (personId === actor) {
      throw new Refused(
        'access.own-administration',
        'roles: you cannot take the role of administrator from yourself; another administrator can.',
      );
    }
    assertOneRemains(state, body);
  }
  return [{ type: 'people.MemberRolesChanged', data: { personId, from: [...from], to: [...to], reason } }];
}

export interface Remove {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly invited: boolean;
  readonly reason: string;
  readonly administrators: readonly string[];
}

export function remove(state: Access, body: Remove, { actor }: Actor): AccessEvent[] {
  const { personId, roles, invited, reason } = body;
  if (personId === actor) {
    throw new Refused('access.oneself', 'personId: you cannot remove yourself; another administrator can.');
  }
  assertAdministers(state, actor);
  assertOneRemains(state, body);
  return [{ type: 'people.MemberRemoved', data: { personId, roles: [...roles], invited, reason } }];
}

/** Whoever was removed or lost the role a moment ago may still be about to do something with it. */
function assertAdministers(state: Access, actor: string): void {
  const known = state.get(actor);
  if (known && (known === 'removed' || !known.includes(ADMINISTRATOR))) {
    throw new Forbidden('access.no-longer-administrator', 'Another administrator has just ended your administration.');
  }
}

/** The identity provider may not have caught up with what was decided here, so neither alone is believed. */
function assertOneRemains(
  state: Access,
  { personId, administrators }: Pick<Remove, 'personId' | 'administrators'>,
): void {
  const remaining = administrators.filter((id) => {
    const known = state.get(id);
    return id !== personId && known !== 'removed' && (known === undefined || known.includes(ADMINISTRATOR));
  });
  if (remaining.length === 0) {
    throw new Refused('access.last-administrator', 'One administrator must remain: make somebody else one first.');
  }
}

const sameRoles = (some: readonly Role[], others: readonly Role[]) =>
  some.length === others.length && some.every((role) => others.includes(role));
