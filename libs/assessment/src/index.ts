import { auditDescriptions } from './audit/audit.descriptions';
import { auditEvents } from './audit/audit.events';
import { auditRegister } from './audit/audit-register/audit-register.projection';

export const assessmentEvents = auditEvents;
export const assessmentDescriptions = auditDescriptions;
export const assessmentProjections = [auditRegister];
export { AssessmentModule } from './assessment.module';
export { auditTable } from './audit/audit-register/audit-tables';
export { DivisionDirectory } from './audit/division-directory';
export { phaseAudit } from './catalogue/phase-audit';
export { ResultsQueries as AuditResultsQueries } from './results/results.queries';
export type { AuditResults } from './results/results.views';
