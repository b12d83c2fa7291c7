import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { divisionOf } from '../../audit/audit.events';
import type { CellAnswer } from '../cell-answer';
import { organisationEvents } from '../organisation.events';
import { organisationAnswerTable, organisationAssessmentTable, organisationCellTable } from './tables';

export const organisationRegister = projection({
  name: 'assessment.organisation-register',
  version: 1,
  events: organisationEvents,
  tables: { assessment: organisationAssessmentTable, answer: organisationAnswerTable, cell: organisationCellTable },
  on: {
    'assessment.OrganisationAssessmentOpened': (event, rows) => {
      const { scope, ...facts } = event.data;
      rows.assessment.insert({
        ...idOf(event),
        ...facts,
        scopeKind: scope.kind,
        divisionId: divisionOf(scope),
        assessorIds: [],
        openedBy: event.metadata.actor,
        openedAt: event.recorded,
        version: event.version,
      });
    },
    'assessment.OrganisationAssessorsAssigned': (event, rows) => {
      rows.assessment.update(idOf(event), { assessorIds: event.data.to, version: event.version });
    },
    'assessment.CellAnswered': (event, rows) => {
      const { cell, assessorId, to } = event.data;
      rows.answer.insert({ ...idOf(event), cell, assessorId, ...said(event, to), corrections: 0 });
      rows.assessment.update(idOf(event), answered(event));
    },
    'assessment.CellEvidenceAdded': (event, rows) => {
      const { cell, assessorId, to } = event.data;
      // The judgement stands: it is still as old as it was.
      const { evidence, note } = said(event, to);
      rows.answer.update({ ...idOf(event), cell, assessorId }, { evidence, note });
      rows.assessment.update(idOf(event), answered(event));
    },
    'assessment.CellAnswerCorrected': (event, rows) => {
      const { cell, assessorId, to, reason } = event.data;
      rows.answer.update({ ...idOf(event), cell, assessorId }, ({ corrections }) => ({
        ...said(event, to),
        corrections: corrections + 1,
        reason,
      }));
      rows.assessment.update(idOf(event), answered(event));
    },
    'assessment.CellSettled': (event, rows) => {
      const { cell, to, reason } = event.data;
      rows.cell.put({
        ...idOf(event),
        cell,
        score: to,
        reason,
        settledBy: event.metadata.actor,
        settledAt: event.recorded,
      });
      rows.assessment.update(idOf(event), { version: event.version });
    },
    'assessment.TransnationalMarked': (event, rows) => {
      const { to, reason } = event.data;
      rows.assessment.update(idOf(event), {
        transnational: to,
        transnationalReason: reason,
        version: event.version,
      });
    },
    'assessment.OrganisationSignedOff': (event, rows) => {
      rows.assessment.update(idOf(event), {
        signedOffBy: event.metadata.actor,
        signedOffAt: event.recorded,
        signOffNote: event.data.note ?? null,
        version: event.version,
      });
    },
    'assessment.OrganisationReopened': (event, rows) => {
      rows.assessment.update(idOf(event), {
        signedOffBy: null,
        signedOffAt: null,
        signOffNote: null,
        version: event.version,
      });
    },
  },
});

const said = (event: RecordedEvent, { score, evidence, note }: CellAnswer) => ({
  score,
  evidence: evidence ?? null,
  note: note ?? null,
  answeredAt: event.recorded,
});

const answered = ({ recorded, version }: RecordedEvent) => ({ lastAnsweredAt: recorded, version });

const idOf = ({ tenant, stream }: RecordedEvent) => ({ assessmentId: idOfStream(tenant, stream) });
