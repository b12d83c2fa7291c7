import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection, type RowsOf } from '@mainstay/read-store';
import { phaseAuditOf } from '../../catalogue/phase-audit';
import { type Answer, isNotRelevant, points } from '../answer';
import { type Assignment, peopleOf, wholeAudit } from '../assignment';
import { auditEvents, divisionOf } from '../audit.events';
import { auditAnswerTable, auditSignOffTable, auditTable } from './audit-tables';

const tables = { audit: auditTable, answer: auditAnswerTable, signOff: auditSignOffTable };

export const auditRegister = projection({
  name: 'assessment.audit-register',
  version: 4,
  events: auditEvents,
  tables,
  on: {
    'assessment.AuditOpened': (event, rows) => {
      const { scope, title, catalogueVersion, auditDate, programmeStartedOn, basedOn } = event.data;
      rows.audit.insert({
        auditId: auditIdOf(event),
        title,
        scopeKind: scope.kind,
        divisionId: divisionOf(scope),
        catalogueVersion,
        auditDate,
        programmeStartedOn,
        basedOn,
        assessorIds: [],
        assignments: [],
        score: 0,
        answered: 0,
        notRelevant: 0,
        unconfirmed: 0,
        actions: phaseAuditOf(catalogueVersion).actions.length,
        openedBy: event.metadata.actor,
        openedAt: event.recorded,
        version: event.version,
      });
    },
    'assessment.AnswersCarriedOver': (event, rows) => {
      const auditId = auditIdOf(event);
      const { fromAuditId, answers } = event.data;
      for (const { actionId, answer, answeredBy, answeredAt } of answers) {
        const given = { answeredBy, answeredAt: new Date(answeredAt), confirmed: false, corrections: 0 };
        const carried = { carriedFrom: fromAuditId, asCarried: true };
        rows.answer.insert({ auditId, actionId, ...said(answer), ...given, ...carried });
      }
      rows.audit.update({ auditId }, { unconfirmed: answers.length, version: event.version });
    },
    'assessment.AssessorsAssigned': (event, rows) => assigned(event, wholeAudit(event.data.to), rows),
    'assessment.AssignmentsChanged': (event, rows) => assigned(event, event.data.to, rows),
    'assessment.ActionAnswered': (event, rows) => {
      const { actionId, from, to } = event.data;
      const key = { auditId: auditIdOf(event), actionId };
      const given = { ...key, ...said(to), ...by(event), confirmed: true, asCarried: false, corrections: 0 };
      rows.answer.upsert(key, (row) => ({ ...given, carriedFrom: row?.carriedFrom ?? null, reason: null }));
      countAnswer(event, undefined, to, rows, from === null ? 0 : 1);
    },
    'assessment.AnswerConfirmed': (event, rows) => {
      const { actionId, answer } = event.data;
      rows.answer.update({ auditId: auditIdOf(event), actionId }, { ...by(event), confirmed: true });
      countAnswer(event, undefined, answer, rows, 1);
    },
    'assessment.EvidenceAdded': (event, rows) => {
      const { actionId, from, to } = event.data;
      rows.answer.update({ auditId: auditIdOf(event), actionId }, { ...said(to), ...by(event), asCarried: false });
      countAnswer(event, from, to, rows);
    },
    'assessment.AnswerCorrected': (event, rows) => {
      const { actionId, from, to, reason } = event.data;
      rows.answer.update({ auditId: auditIdOf(event), actionId }, ({ corrections }) => ({
        ...said(to),
        ...by(event),
        asCarried: false,
        corrections: corrections + 1,
        reason,
      }));
      countAnswer(event, from, to, rows);
    },
    'assessment.EvidenceFileAttached': changed,
    'assessment.EvidenceFileRevised': changed,
    'assessment.EvidenceFileWithdrawn': changed,
    'assessment.AuditSignedOff': (event, rows) => {
      const auditId = auditIdOf(event);
      const { divisionId: _division, ...signOff } = event.data;
      const signed = { signedOffAt: event.recorded, signedOffBy: event.metadata.actor };
      rows.signOff.insert({ auditId, ...signOff, ...signed });
      const { pinned, digest } = signOff;
      rows.audit.update({ auditId }, { ...signed, pinned, digest, version: event.version });
    },
    'assessment.AuditReopened': (event, rows) => {
      const auditId = auditIdOf(event);
      const { pinned, reason } = event.data;
      const reopened = { reopenedBy: event.metadata.actor, reopenedAt: event.recorded, reopenedBecause: reason };
      rows.signOff.update({ auditId, pinned }, reopened);
      const unsigned = { signedOffAt: null, signedOffBy: null, pinned: null, digest: null };
      rows.audit.update({ auditId }, { ...unsigned, version: event.version });
    },
  },
});

type Rows = RowsOf<typeof tables>;

/** What is no answer, but changes the record that `version` is of. */
function changed(event: RecordedEvent, rows: Rows): void {
  rows.audit.update({ auditId: auditIdOf(event) }, { version: event.version });
}

function assigned(event: RecordedEvent, assignments: readonly Assignment[], rows: Rows): void {
  const assessorIds = peopleOf(assignments);
  rows.audit.update({ auditId: auditIdOf(event) }, { assessorIds, assignments, version: event.version });
}

/** `from` is what counted before; `settled` how many carried answers stopped waiting. */
function countAnswer(event: RecordedEvent, from: Answer | undefined, to: Answer, rows: Rows, settled = 0): void {
  rows.audit.update({ auditId: auditIdOf(event) }, (audit) => ({
    unconfirmed: audit.unconfirmed - settled,
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
  links: answer.links ?? null,
  confidence: answer.confidence ?? null,
});

const by = (event: RecordedEvent) => ({ answeredBy: event.metadata.actor, answeredAt: event.recorded });

const auditIdOf = ({ tenant, stream }: RecordedEvent) => idOfStream(tenant, stream);
