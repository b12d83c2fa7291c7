import { mapAnswers } from '../catalogue/counterparts';
import { phaseAudit, phaseAuditOf } from '../catalogue/phase-audit';
import type { AuditDetail } from './audit.views';
import type { EarlierAudit } from './open-audit';

/**
 * What a new audit starts from: every answer that counted in the earlier one, in the terms of the catalogue version of
 * the new one. What was still unconfirmed there was never an answer of that audit, and is not handed on; nor is what the
 * new version asks differently, which stays unanswered.
 */
export function earlierAudit(audit: AuditDetail, catalogueVersion: number): EarlierAudit {
  const earlier = phaseAuditOf(audit.catalogueVersion);
  const counted = audit.answers.filter(({ confirmed }) => confirmed).map((given) => [given.actionId, given] as const);
  // A version that was never published is refused when the audit is opened.
  const { answers } = mapAnswers(earlier, phaseAudit(catalogueVersion) ?? earlier, Object.fromEntries(counted));
  return {
    scope: audit.scope,
    auditDate: audit.auditDate,
    answers: Object.entries(answers).map(([actionId, { actionId: before, answer, answeredBy, answeredAt }]) => ({
      actionId,
      ...(before === actionId ? {} : { fromActionId: before }),
      answer,
      answeredBy,
      answeredAt,
    })),
  };
}
