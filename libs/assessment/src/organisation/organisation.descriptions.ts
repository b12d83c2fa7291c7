import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { divisionOf } from '../audit/audit.events';
import type { OrganisationEvent } from './organisation.events';

/** How the audit history tells what happened to an assessment of the organisation. */
export const organisationDescriptions: Descriptions<OrganisationEvent> = {
  'assessment.OrganisationAssessmentOpened': (event) => ({
    kind: 'organisation-assessment',
    subject: subject(event),
    divisionId: divisionOf(event.data.scope),
    before: null,
    after: event.data,
  }),
  'assessment.OrganisationAssessorsAssigned': (event) => ({
    ...about(event),
    kind: 'organisation-assessors',
    before: event.data.from,
    after: event.data.to,
  }),
  'assessment.CellAnswered': (event) => answered(event),
  'assessment.CellEvidenceAdded': (event) => answered(event),
  'assessment.CellAnswerCorrected': (event) => ({ ...answered(event), why: event.data.reason }),
  'assessment.CellSettled': (event) => ({
    ...about(event),
    kind: 'organisation-settling',
    detail: event.data.cell,
    before: event.data.from === null ? null : { score: event.data.from },
    after: { score: event.data.to, said: event.data.said },
    why: event.data.reason,
  }),
  'assessment.TransnationalMarked': (event) => ({
    ...about(event),
    kind: 'organisation-transnational',
    before: { transnational: event.data.from },
    after: { transnational: event.data.to },
    why: event.data.reason,
  }),
  'assessment.OrganisationSignedOff': (event) => ({
    ...about(event),
    kind: 'organisation-sign-off',
    before: { signedOff: false },
    after: { signedOff: true, total: event.data.total, scores: event.data.scores },
    why: event.data.note,
  }),
  'assessment.OrganisationReopened': (event) => ({
    ...about(event),
    kind: 'organisation-sign-off',
    before: { signedOff: true },
    after: { signedOff: false },
    why: event.data.reason,
  }),
};

type Later = Exclude<Recorded<OrganisationEvent>, { type: 'assessment.OrganisationAssessmentOpened' }>;
type AnswerEvent = Extract<Later, { data: { assessorId: string } }>;

const answered = (event: AnswerEvent) => ({
  ...about(event),
  kind: 'organisation-answer',
  detail: event.data.cell,
  before: event.data.from,
  after: event.data.to,
});

const about = (event: Later) => ({ subject: subject(event), divisionId: event.data.divisionId });

const subject = ({ tenant, stream }: Pick<Recorded<OrganisationEvent>, 'tenant' | 'stream'>) => ({
  type: 'organisation-assessment',
  id: idOfStream(tenant, stream),
});
