import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { phaseAuditOf, presentPhaseAudit } from '../catalogue/phase-audit';
import { type Assignment, nameOf } from './assignment';
import type { Answer } from './answer';
import { type AuditEvent, divisionOf } from './audit.events';
import type { EvidenceFileEvent } from './evidence-file.events';

/** How the audit history tells what happened to an audit. */
export const auditDescriptions: Descriptions<AuditEvent> = {
  'assessment.AuditOpened': (event) => ({
    kind: 'audit',
    subject: subject(event),
    divisionId: divisionOf(event.data.scope),
    before: null,
    after: event.data,
  }),
  'assessment.AnswersCarriedOver': (event) => ({
    kind: 'audit-carried-over',
    subject: subject(event),
    divisionId: event.data.divisionId,
    before: null,
    after: { fromAudit: event.data.fromTitle ?? event.data.fromAuditId, answers: event.data.answers.length },
  }),
  'assessment.AssessorsAssigned': (event) => ({
    kind: 'audit-assessors',
    subject: subject(event),
    divisionId: event.data.divisionId,
    before: event.data.from,
    after: event.data.to,
  }),
  'assessment.AssignmentsChanged': (event) => ({
    kind: 'audit-assessors',
    subject: subject(event),
    divisionId: event.data.divisionId,
    before: event.data.from.map(inWords),
    after: event.data.to.map(inWords),
  }),
  'assessment.ActionAnswered': (event) => answered(event),
  'assessment.AnswerConfirmed': (event) => ({
    kind: 'audit-answer-confirmed',
    subject: subject(event),
    divisionId: event.data.divisionId,
    detail: event.data.actionId,
    before: { ...event.data.answer, confirmed: false },
    after: { ...event.data.answer, confirmed: true },
  }),
  'assessment.EvidenceAdded': (event) => answered(event),
  'assessment.AnswerCorrected': (event) => ({ ...answered(event), why: event.data.reason }),
  'assessment.AuditSignedOff': (event) => {
    const { divisionId, note, acceptedHints, ...pinned } = event.data;
    return {
      kind: 'audit-sign-off',
      subject: subject(event),
      divisionId,
      before: null,
      after: { ...pinned, hintsAccepted: acceptedHints.length },
      why: note,
    };
  },
  'assessment.AuditReopened': (event) => ({
    kind: 'audit-reopened',
    subject: subject(event),
    divisionId: event.data.divisionId,
    before: { pinned: event.data.pinned, digest: event.data.digest },
    after: null,
    why: event.data.reason,
  }),
  'assessment.EvidenceFileAttached': (event) => {
    const { divisionId: _division, actionId: _action, fileId: _file, ...after } = event.data;
    return { ...aboutFile(event), before: null, after };
  },
  'assessment.EvidenceFileRevised': (event) => {
    const { from, to, reason } = event.data;
    return { ...aboutFile(event), before: from, after: to, why: reason };
  },
  'assessment.EvidenceFileWithdrawn': (event) => {
    const { from, reason } = event.data;
    return { ...aboutFile(event), before: from, after: null, why: reason };
  },
};

const aboutFile = (event: Recorded<EvidenceFileEvent>) => ({
  kind: 'audit-file',
  subject: subject(event),
  divisionId: event.data.divisionId,
  detail: event.data.actionId,
});

type AnswerEvent = Extract<Recorded<AuditEvent>, { data: { actionId: string; to: Answer } }>;

const answered = (event: AnswerEvent) => ({
  kind: 'audit-answer',
  subject: subject(event),
  divisionId: event.data.divisionId,
  detail: event.data.actionId,
  before: event.data.from,
  after: event.data.to,
});

/** The part under the name that the catalogue gives it: a stream means the same in every version. */
const inWords = ({ personId, part, dueOn }: Assignment) => ({
  person: personId,
  part: nameOf(part, phaseAuditOf(presentPhaseAudit)),
  ...(dueOn ? { dueOn } : {}),
});

const subject = ({ tenant, stream }: Pick<Recorded<AuditEvent>, 'tenant' | 'stream'>) => ({
  type: 'audit',
  id: idOfStream(tenant, stream),
});
