import type { Descriptions } from '@mainstay/event-sourcing';
import type { MemberEvent, MemberFacts } from './member';

const person = (id: string) => ({ type: 'person', id });

/** What is known of a person beside name and address. */
const openly = ({ role, lineManagerId, divisionId }: MemberFacts) => ({ role, lineManagerId, divisionId });

/** Names stay out of the audit history: it says that one changed, and the person's entry as at then shows it. */
export const memberDescriptions: Descriptions<MemberEvent> = {
  'people.MemberAdded': ({ data }) => ({
    kind: 'person',
    subject: person(data.personId),
    detail: 'added',
    after: openly(data),
  }),
  'people.MemberChanged': ({ data: { personId, from, to, reason } }) => ({
    kind: 'person',
    subject: person(personId),
    detail: [
      from.name.enc !== to.name.enc && 'name',
      from.email.enc !== to.email.enc && 'e-mail',
      from.role !== to.role && 'role',
      from.lineManagerId !== to.lineManagerId && 'line manager',
      from.divisionId !== to.divisionId && 'division',
    ]
      .filter(Boolean)
      .join(', '),
    before: openly(from),
    after: openly(to),
    why: reason,
  }),
  'people.MemberErased': ({ data }) => ({
    kind: 'person',
    subject: person(data.personId),
    detail: 'erased',
    why: data.reason,
  }),
};
