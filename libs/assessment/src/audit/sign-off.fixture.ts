import { phaseAuditOf } from '../catalogue/phase-audit';
import type { Audit } from './audit';
import { after, assigned, auditId, by, lead, now, saying } from './audit.fixture';
import { signOff } from './sign-off';

/** Every action answered with 2, an hour apart, with evidence of the week before the audit. */
export const complete: Audit = phaseAuditOf(1).actions.reduce(
  (state, { id }, index) =>
    saying(state, id, { score: 2, evidence: 'Minutes' }, undefined, new Date(now.getTime() + index * 3_600_000)),
  assigned,
);

export const body = { auditId, evidenceFrom: '2024-03-01', acceptedHints: [] };

export const signedOff: Audit = after(complete, signOff(complete, body, by(lead)), lead);
