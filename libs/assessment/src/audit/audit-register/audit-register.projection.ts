import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection, type RowsOf } from '@mainstay/read-store';
import { phaseAuditOf } from '../../catalogue/phase-audit';
import { type Answer, isNotRelevant, points } from '../answer';
import { auditEvents, divisionOf } from '../audit.events';
import { auditAnswerTable, auditTable } from './audit-tables';

const tables = { audit: auditTable, answer: auditAnswerTable };

export const auditRegister = projection({
  name: 'assessment.audit-register',
  version: 1,
  events: auditEvents,
  tables,
  on: {
    'assessment.AuditOpened': (event, rows) => {
      const { scope, title, catalogueVersion, auditDate, programmeStartedOn } = event.data;
      rows.audit.insert({
        auditId: auditIdOf(event),
        title,
        scopeKind: scope.kind,
        divisionId: divisionOf(scope),
        catalogueVersion,
        auditDate,
        programmeStartedOn,
        assessorIds: [],
        score: 0,
        answered: 0,
        notRelevant: 0,
        actions: phaseAuditOf(catalogueVersion).actions.length,
        openedBy: event.metadata.actor,
        openedAt: event.recorded,
        version: event.version,
      });
    },
    'assessment.AssessorsAssigned': (event, rows) => {
      rows.audit.update({ auditId: auditIdOf(event) }, { assessorIds: event.data.to, version: event.version });
    },
    'assessment.ActionAnswered': (event, rows) => {
      const { actionId, to } = event.data;
      rows.answer.insert({ auditId: auditIdOf(event), actionId, ...said(to), ...by(event), corrections: 0 });
      countAnswer(event, undefined, to, rows);
    },
    'assessment.EvidenceAdded': (event, rows) => {
      const { actionId, from, to } = event.data;
      rows.answer.update({ auditId: auditIdOf(event), actionId }, { ...said(to), ...by(event) });
      countAnswer(event, from, to, rows);
    },
    'assessment.AnswerCorrected': (event, rows) => {
      const { actionId, from, to, reason } = event.data;
      rows.answer.update({ auditId: auditIdOf(event), actionId }, ({ corrections }) => ({
        ...said(to),
        ...by(event),
        corrections: corrections + 1,
        reason,
      }));
      countAnswer(event, from, to, rows);
    },
  },
});

function countAnswer(event: RecordedEvent, from: Answer | undefined, to: Answer, rows: RowsOf<typeof tables>): void {
  rows.audit.update({ auditId: auditIdOf(event) }, (audit) => ({
    score: audit.score + points(to) - points(from),
    answered: audit.answered + count(isScored, from, to),
    notRelevant: audit.notRelevant + count(isNotRelevant, from, to),
    lastAnsweredAt: event.recorded,
    version: event.version,
  }));
}

type Is = (answer: Answer | undefined) => boolean;
const isScored: Is = (answer) => answer !== undefined && 'score' in answer;
const count = (is: Is, from: Answer | undefined, to: Answer) => Number(is(to)) - Number(is(from));

const said = (answer: Answer) => ({
  score: 'score' in answer ? answer.score : null,
  because: 'notRelevant' in answer ? answer.because : null,
  evidence: answer.evidence ?? null,
  evidenceOn: answer.evidenceOn ?? null,
});

const by = (event: RecordedEvent) => ({ answeredBy: event.metadata.actor, answeredAt: event.recorded });

const auditIdOf = ({ tenant, stream }: RecordedEvent) => idOfStream(tenant, stream);
