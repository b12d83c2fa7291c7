import { auditDescriptions } from './audit/audit.descriptions';
import { auditEvents } from './audit/audit.events';
import { auditRegister } from './audit/audit-register/audit-register.projection';
import { settingsDescriptions } from './settings/settings.descriptions';
import { settingsEvents } from './settings/settings.events';
import { assessmentSettings } from './settings/settings.projection';

export const assessmentEvents = { ...auditEvents, ...settingsEvents };
export const assessmentDescriptions = { ...auditDescriptions, ...settingsDescriptions };
export const assessmentProjections = [auditRegister, assessmentSettings];
export { AssessmentModule } from './assessment.module';
export { auditTable } from './audit/audit-register/audit-tables';
export { DivisionDirectory } from './audit/division-directory';
export { phaseAudit } from './catalogue/phase-audit';
export { ResultsQueries as AuditResultsQueries } from './results/results.queries';
export { AssessmentSettings } from './settings/settings.queries';
export type { AuditResults } from './results/results.views';
