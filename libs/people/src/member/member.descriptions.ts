import type { Descriptions } from '@mainstay/event-sourcing';
import type { MemberEvent } from './member';

const person = (id: string) => ({ type: 'person', id });

/** Names stay out of the audit history: it says that one changed, and the person's entry as at then shows it. */
export const memberDescriptions: Descriptions<MemberEvent> = {
  'people.MemberAdded': ({ data }) => ({
    kind: 'person',
    subject: person(data.personId),
    detail: 'added',
    after: { role: data.role },
  }),
  'people.MemberChanged': ({ data: { personId, from, to, reason } }) => ({
    kind: 'person',
    subject: person(personId),
    detail: [
      from.name.enc !== to.name.enc && 'name',
      from.email.enc !== to.email.enc && 'e-mail',
      from.role !== to.role && 'role',
    ]
      .filter(Boolean)
      .join(', '),
    before: { role: from.role },
    after: { role: to.role },
    why: reason,
  }),
  'people.MemberErased': ({ data }) => ({
    kind: 'person',
    subject: person(data.personId),
    detail: 'erased',
    why: data.reason,
  }),
};
