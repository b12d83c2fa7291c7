import { Refused } from '@mainstay/event-sourcing';
import type { AuditDetail } from './audit.views';
import type { EarlierAudit } from './open-audit';

/**
 * What a new audit starts from: every answer that counted in the earlier one. What was still unconfirmed there was never
 * an answer of that audit, and is not handed on.
 */
export function earlierAudit(audit: AuditDetail, catalogueVersion: number): EarlierAudit {
  if (audit.catalogueVersion !== catalogueVersion) {
    throw new Refused('audit.versions-differ', 'basedOn: the earlier audit asks about a different catalogue version.');
  }
  const answers = audit.answers
    .filter(({ confirmed }) => confirmed)
    .map(({ actionId, answer, answeredBy, answeredAt }) => ({ actionId, answer, answeredBy, answeredAt }));
  return { scope: audit.scope, auditDate: audit.auditDate, answers };
}
