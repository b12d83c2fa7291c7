import { mapAnswers } from '../catalogue/counterparts';
import { phaseAudit, phaseAuditOf } from '../catalogue/phase-audit';
import type { Audit, Given } from './audit';
import type { EarlierAudit } from './open-audit';

/**
 * What a new audit starts from: every answer that counted in the earlier one, in the terms of the catalogue version of
 * the new one. What was still unconfirmed there was never an answer of that audit, and is not handed on; nor is what the
 * new version asks differently, which stays unanswered. Undefined for an audit that was never opened.
 */
export function earlierAudit(audit: Audit, catalogueVersion: number): EarlierAudit | undefined {
  if (audit.kind === 'unknown') return undefined;
  const { divisionId, title, auditDate, given } = audit;
  const earlier = phaseAuditOf(audit.catalogueVersion);
  const counted = Object.entries(given).map(([actionId, one]): [string, Counted] => [actionId, { actionId, ...one }]);
  // A version that was never published is refused when the audit is opened.
  const { answers } = mapAnswers(earlier, phaseAudit(catalogueVersion) ?? earlier, Object.fromEntries(counted));
  return {
    scope: divisionId === undefined ? { kind: 'programme' } : { kind: 'division', divisionId },
    title,
    auditDate,
    answers: Object.entries(answers).map(([actionId, { actionId: before, answer, by, at }]) => ({
      actionId,
      ...(before === actionId ? {} : { fromActionId: before }),
      answer,
      answeredBy: by,
      answeredAt: at,
    })),
  };
}

interface Counted extends Given {
  readonly actionId: string;
}
