import { actionDescriptions } from './action/action.descriptions';
import { actionEvents } from './action/action.events';
import { actionRegister } from './action/action-register/action-register.projection';
import { auditDescriptions } from './audit/audit.descriptions';
import { auditEvents } from './audit/audit.events';
import { auditRegister } from './audit/audit-register/audit-register.projection';
import { discussionDescriptions } from './discussion/discussion.descriptions';
import { discussionEvents } from './discussion/discussion.events';
import { discussionRegister } from './discussion/discussion.projection';
import { evidenceRegister } from './evidence/evidence-register.projection';
import { litmusDescriptions } from './litmus/litmus.descriptions';
import { litmusEvents } from './litmus/litmus.events';
import { litmusRegister } from './litmus/litmus-register/litmus-register.projection';
import { organisationDescriptions, organisationEvents, organisationRegister } from './organisation';
import { wordsDescriptions } from './catalogue/words/words.descriptions';
import { wordsEvents } from './catalogue/words/words.events';
import { catalogueWords } from './catalogue/words/words.projection';
import { reminderDescriptions } from './reminder/reminder.descriptions';
import { reminderEvents } from './reminder/reminder.events';
import { reminderRegister } from './reminder/reminder.projection';
import { settingsDescriptions } from './settings/settings.descriptions';
import { settingsEvents } from './settings/settings.events';
import { assessmentSettings } from './settings/settings.projection';
import { timeUse, timeUseDescriptions, timeUseEvents } from './time-use';

export const assessmentEvents = {
  ...actionEvents,
  ...auditEvents,
  ...discussionEvents,
  ...reminderEvents,
  ...litmusEvents,
  ...organisationEvents,
  ...settingsEvents,
  ...wordsEvents,
  ...timeUseEvents,
};
export const assessmentDescriptions = {
  ...actionDescriptions,
  ...auditDescriptions,
  ...discussionDescriptions,
  ...reminderDescriptions,
  ...litmusDescriptions,
  ...organisationDescriptions,
  ...settingsDescriptions,
  ...wordsDescriptions,
  ...timeUseDescriptions,
};
export const assessmentProjections = [
  actionRegister,
  auditRegister,
  discussionRegister,
  evidenceRegister,
  reminderRegister,
  litmusRegister,
  organisationRegister,
  assessmentSettings,
  catalogueWords,
  timeUse,
];
export { actionTable } from './action/action-register/action-table';
export { AssessmentModule } from './assessment.module';
export { auditTable } from './audit/audit-register/audit-tables';
export { DivisionDirectory } from './audit/division-directory';
export { EnterpriseNames } from './exchange/enterprise-names';
export { AccountDirectory } from './litmus/account-directory';
export { litmusId, PROGRAMME } from './litmus/litmus';
export { type LitmusAnswers, litmusAnswers, type LitmusChoice, litmusChoice } from './litmus/litmus.events';
export {
  type LitmusTest,
  type LitmusTestId,
  litmusQuestion,
  litmusTestId,
  litmusTestOf,
  presentLitmus,
} from './litmus/litmus-catalogue';
export { litmusTakingTable, litmusTestTable } from './litmus/litmus-register/litmus-tables';
export {
  type LitmusStanding,
  litmusStandings,
  managerResult,
  type ManagerResult,
  qualification,
  standingOf,
} from './litmus/result';
export { organisationAssessmentCatalogue, organisationCatalogueSchema, OrganisationRegister } from './organisation';
export { phaseAudit, presentPhaseAudit } from './catalogue/phase-audit';
export { ResultsQueries as AuditResultsQueries } from './results/results.queries';
export { AssessmentSettings } from './settings/settings.queries';
export {
  confidentialEvents,
  lastMonthAt,
  sellingDrivers,
  sellingDriversCatalogue,
  timeAllocation,
  timeAllocationCatalogue,
  timeRecordTable,
  TimeUseDirectory,
  TimeUseQueries,
} from './time-use';
export type { AuditResults } from './results/results.views';
export { type AuditWork, OwnAuditWork } from './reminder/own-work.queries';
