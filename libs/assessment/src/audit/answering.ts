import { Forbidden, latestDateOnEarth, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { type Answer, onlyAddsEvidence, sameAnswer } from './answer';
import { isAssigned } from './assignment';
import { type Audit, changeable, type OpenAudit } from './audit';
import type { AuditEvent } from './audit.events';

export interface AnswerBody {
  readonly auditId: string;
  readonly actionId: string;
  readonly answer: Answer;
  readonly reason?: string;
}

export interface ConfirmBody {
  readonly auditId: string;
  readonly actionIds: readonly string[];
}

export function answerAction(state: Audit, body: AnswerBody, context: RequestContext): AuditEvent[] {
  const { actionId, answer: to } = body;
  const audit = changeable(state, body.auditId);
  mayAnswer(audit, actionId, context);
  if ('notRelevant' in to && !to.because.trim()) {
    throw new Refused('answer.because-missing', 'because: say why the action is not relevant.');
  }
  if (to.evidenceOn !== undefined && to.evidenceOn > latestDateOnEarth(context.now)) {
    throw new Refused('answer.evidence-in-future', 'evidenceOn: evidence cannot be dated in the future.');
  }

  const { divisionId } = audit;
  const effectiveOn = to.evidenceOn;
  const from = audit.given[actionId]?.answer;
  if (!from) {
    const carried = audit.carried[actionId]?.answer;
    if (carried && sameAnswer(carried, to)) return confirm(audit, actionId);
    // A carried answer is not this audit's: to judge anew needs no reason.
    const data = { divisionId, actionId, from: carried ?? null, to };
    return [{ type: 'assessment.ActionAnswered', data, effectiveOn }];
  }
  if (sameAnswer(from, to)) return [];
  if (onlyAddsEvidence(from, to)) {
    return [{ type: 'assessment.EvidenceAdded', data: { divisionId, actionId, from, to }, effectiveOn }];
  }
  const reason = body.reason?.trim();
  if (!reason) throw new Refused('answer.reason-missing', 'reason: say why the answer changes.');
  return [{ type: 'assessment.AnswerCorrected', data: { divisionId, actionId, from, to, reason }, effectiveOn }];
}

/** Says of carried answers that they were looked at again and still hold. All of them or none. */
export function confirmAnswers(state: Audit, body: ConfirmBody, context: RequestContext): AuditEvent[] {
  const audit = changeable(state, body.auditId);
  const actionIds = [...new Set(body.actionIds)];
  for (const actionId of actionIds) mayAnswer(audit, actionId, context);
  return actionIds.flatMap((actionId) => confirm(audit, actionId));
}

function confirm({ divisionId, basedOn, given, carried }: OpenAudit, actionId: string): AuditEvent[] {
  if (given[actionId]?.confirmedFrom) return [];
  const waiting = carried[actionId];
  if (!waiting) {
    throw new Refused(
      'answer.not-carried',
      `actionIds: nothing that was carried over waits to be confirmed for the action ${actionId}.`,
    );
  }
  const { answer } = waiting;
  const data = { divisionId, actionId, answer, carriedFrom: basedOn! };
  return [{ type: 'assessment.AnswerConfirmed', data, effectiveOn: answer.evidenceOn }];
}

/** @throws NotFound for what the catalogue does not ask; Forbidden to whoever is not assigned to the action's part */
export function mayAnswer(audit: OpenAudit, actionId: string, { actor }: RequestContext): void {
  const action = phaseAuditOf(audit.catalogueVersion).action(actionId);
  if (!audit.assignments.some(({ personId }) => personId === actor)) {
    throw new Forbidden('audit.not-assigned', 'Only an assessor assigned to this audit may answer it.');
  }
  if (!action) throw new NotFound('action', actionId);
  if (!isAssigned(audit.assignments, actor, action)) {
    throw new Forbidden(
      'audit.part-not-assigned',
      `Only an assessor assigned to its part of the audit may answer the action ${actionId}.`,
    );
  }
}
