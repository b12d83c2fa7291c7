import type { Descriptions } from '@mainstay/event-sourcing';
import type { AccessEvent } from './access.events';

const person = (id: string) => ({ type: 'person', id });

export const accessDescriptions: Descriptions<AccessEvent> = {
  'people.MemberInvited': ({ data: { personId, roles, reason } }) => ({
    kind: 'access',
    subject: person(personId),
    detail: 'invited',
    after: { roles },
    why: reason,
  }),
  'people.MemberInvitedAgain': ({ data: { personId } }) => ({
    kind: 'access',
    subject: person(personId),
    detail: 'invited again',
  }),
  'people.MemberRolesChanged': ({ data: { personId, from, to, reason } }) => ({
    kind: 'access',
    subject: person(personId),
    detail: 'roles',
    before: { roles: from },
    after: { roles: to },
    why: reason,
  }),
  'people.MemberRemoved': ({ data: { personId, roles, invited, reason } }) => ({
    kind: 'access',
    subject: person(personId),
    detail: invited ? 'invitation withdrawn' : 'removed',
    before: { roles },
    why: reason,
  }),
};
