import type { Descriptions, Recorded } from '@mainstay/event-sourcing';
import { nameOf } from '../audit/assignment';
import { phaseAuditOf, presentPhaseAudit } from '../catalogue/phase-audit';
import type { OpenPart, ReminderEvent } from './reminder.events';

/** A reminder is told as part of its audit. */
export const reminderDescriptions: Descriptions<ReminderEvent> = {
  'assessment.AssessorReminded': (event) => {
    const { personId, parts, leftCount, dueOn, note } = event.data;
    const after = { person: personId, left: leftCount, dueOn, parts: parts.map(inWords) };
    return { ...about(event), before: null, after, why: note };
  },
  'assessment.ReminderDismissed': (event) => ({
    ...about(event),
    before: { person: event.data.personId, dismissed: false },
    after: { person: event.data.personId, dismissed: true },
  }),
};

const about = ({ data }: Recorded<ReminderEvent>) => ({
  kind: 'audit-reminder',
  subject: { type: 'audit', id: data.auditId },
  divisionId: data.divisionId,
});

/** The part under the name that the catalogue gives it: a stream means the same in every version. */
const inWords = ({ part, left }: OpenPart) => `${nameOf(part, phaseAuditOf(presentPhaseAudit))}: ${left}`;
