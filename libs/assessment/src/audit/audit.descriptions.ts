import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { type AuditEvent, divisionOf } from './audit.events';

/** How the audit history tells what happened to an audit. */
export const auditDescriptions: Descriptions<AuditEvent> = {
  'assessment.AuditOpened': (event) => ({
    kind: 'audit',
    subject: subject(event),
    divisionId: divisionOf(event.data.scope),
    before: null,
    after: event.data,
  }),
  'assessment.AssessorsAssigned': (event) => ({
    kind: 'audit-assessors',
    subject: subject(event),
    divisionId: event.data.divisionId,
    before: event.data.from,
    after: event.data.to,
  }),
  'assessment.ActionAnswered': (event) => answered(event),
  'assessment.EvidenceAdded': (event) => answered(event),
  'assessment.AnswerCorrected': (event) => ({ ...answered(event), why: event.data.reason }),
};

type AnswerEvent = Extract<Recorded<AuditEvent>, { data: { actionId: string } }>;

const answered = (event: AnswerEvent) => ({
  kind: 'audit-answer',
  subject: subject(event),
  divisionId: event.data.divisionId,
  detail: event.data.actionId,
  before: event.data.from,
  after: event.data.to,
});

const subject = ({ tenant, stream }: Pick<Recorded<AuditEvent>, 'tenant' | 'stream'>) => ({
  type: 'audit',
  id: idOfStream(tenant, stream),
});
