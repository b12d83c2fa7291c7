import {
  Conflict,
  decider,
  Forbidden,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { phaseAudit } from '../catalogue/phase-audit';
import { type Answer, onlyAddsEvidence, sameAnswer } from './answer';
import { type AuditEvent, auditEvents, divisionOf, type Scope } from './audit.events';

export type Audit =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'open';
      /** Absent for an audit of the whole programme. */
      readonly divisionId?: string;
      readonly catalogueVersion: number;
      readonly assessors: readonly string[];
      readonly answers: Readonly<Record<string, Answer>>;
    };
type OpenAudit = Extract<Audit, { kind: 'open' }>;

export interface OpenAuditBody {
  readonly scope: Scope;
  readonly title: string;
  readonly catalogueVersion: number;
  readonly auditDate: string;
  readonly programmeStartedOn?: string;
  readonly assessorIds: readonly string[];
}

export interface AssignBody {
  readonly auditId: string;
  readonly assessorIds: readonly string[];
}

export interface AnswerBody {
  readonly auditId: string;
  readonly actionId: string;
  readonly answer: Answer;
  readonly reason?: string;
}

export const audit = decider<Audit, AuditEvent>({
  stream: 'assessment.audit',
  initial: { kind: 'unknown' },
  events: auditEvents,
  evolve,
});

function evolve(state: Audit, event: Recorded<AuditEvent>): Audit {
  switch (event.type) {
    case 'assessment.AuditOpened': {
      const { scope, catalogueVersion } = event.data;
      return { kind: 'open', divisionId: divisionOf(scope), catalogueVersion, assessors: [], answers: {} };
    }
    case 'assessment.AssessorsAssigned':
      return { ...(state as OpenAudit), assessors: event.data.to };
    case 'assessment.ActionAnswered':
    case 'assessment.EvidenceAdded':
    case 'assessment.AnswerCorrected': {
      const open = state as OpenAudit;
      return { ...open, answers: { ...open.answers, [event.data.actionId]: event.data.to } };
    }
  }
}

export function open(state: Audit, body: OpenAuditBody): AuditEvent[] {
  if (state.kind === 'open') throw new Conflict('audit.already-open', 'This audit has been opened already.');
  const { assessorIds, ...facts } = body;
  if (!phaseAudit(facts.catalogueVersion)) {
    throw new Refused(
      'audit.catalogue-unknown',
      `catalogueVersion: there is no version ${facts.catalogueVersion} of the catalogue.`,
    );
  }
  if (facts.programmeStartedOn !== undefined && facts.programmeStartedOn > facts.auditDate) {
    throw new Refused(
      'audit.started-after',
      'programmeStartedOn: the programme cannot have started after the date of the audit.',
    );
  }
  const opened: AuditEvent = { type: 'assessment.AuditOpened', data: facts, effectiveOn: facts.auditDate };
  const to = distinct(assessorIds);
  if (to.length === 0) return [opened];
  return [
    opened,
    { type: 'assessment.AssessorsAssigned', data: { divisionId: divisionOf(facts.scope), from: [], to } },
  ];
}

export function assign(state: Audit, body: AssignBody): AuditEvent[] {
  const { divisionId, assessors: from } = opened(state, body.auditId);
  const to = distinct(body.assessorIds);
  if (to.length === 0) throw new Refused('audit.assessor-missing', 'assessorIds: name at least one assessor.');
  if (from.length === to.length && from.every((person) => to.includes(person))) return [];
  return [{ type: 'assessment.AssessorsAssigned', data: { divisionId, from: [...from], to } }];
}

export function answerAction(state: Audit, body: AnswerBody, context: RequestContext): AuditEvent[] {
  const { actionId, answer: to } = body;
  const audit = opened(state, body.auditId);
  if (!audit.assessors.includes(context.actor)) {
    throw new Forbidden('audit.not-assigned', 'Only an assessor assigned to this audit may answer it.');
  }
  if (!phaseAudit(audit.catalogueVersion)?.action(actionId)) throw new NotFound('action', actionId);
  if ('notRelevant' in to && !to.because.trim()) {
    throw new Refused('answer.because-missing', 'because: say why the action is not relevant.');
  }
  if (to.evidenceOn !== undefined && to.evidenceOn > latestDateOnEarth(context.now)) {
    throw new Refused('answer.evidence-in-future', 'evidenceOn: evidence cannot be dated in the future.');
  }

  const { divisionId } = audit;
  const from = audit.answers[actionId];
  const effectiveOn = to.evidenceOn;
  if (!from)
    return [{ type: 'assessment.ActionAnswered', data: { divisionId, actionId, from: null, to }, effectiveOn }];
  if (sameAnswer(from, to)) return [];
  if (onlyAddsEvidence(from, to)) {
    return [{ type: 'assessment.EvidenceAdded', data: { divisionId, actionId, from, to }, effectiveOn }];
  }
  const reason = body.reason?.trim();
  if (!reason) throw new Refused('answer.reason-missing', 'reason: say why the answer changes.');
  return [{ type: 'assessment.AnswerCorrected', data: { divisionId, actionId, from, to, reason }, effectiveOn }];
}

function opened(state: Audit, auditId: string): OpenAudit {
  if (state.kind === 'unknown') throw new NotFound('audit', auditId);
  return state;
}

const distinct = (people: readonly string[]) => [...new Set(people)];

/** Fourteen hours is the furthest that a place is ahead of UTC: its people may date evidence by their own calendar. */
const latestDateOnEarth = (now: Date) => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
