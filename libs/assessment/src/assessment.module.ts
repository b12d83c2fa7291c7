import { Module } from '@nestjs/common';
import { actionCommands } from './action/action.commands';
import { ActionAbout } from './action/action-about';
import { ActionController } from './action/action.controller';
import { ActionRegister } from './action/action-register/action-register.queries';
import { AnsweringController } from './audit/answering.controller';
import { auditCommands } from './audit/audit.commands';
import { AuditController } from './audit/audit.controller';
import { AuditRegister } from './audit/audit-register/audit-register.queries';
import { AuditReview } from './audit/audit-register/audit-review.queries';
import { ReviewController } from './audit/review.controller';
import { CatalogueController } from './catalogue/catalogue.controller';
import { wordsCommands } from './catalogue/words/words.commands';
import { WordsController } from './catalogue/words/words.controller';
import { CatalogueWords } from './catalogue/words/words.queries';
import { ComparisonController } from './compare/comparison.controller';
import { DivisionsQueries } from './compare/divisions.queries';
import { TrendQueries } from './compare/trend.queries';
import { exchangeCommands } from './exchange/exchange.commands';
import { ExchangeController } from './exchange/exchange.controller';
import { SpokenCatalogues } from './exchange/spoken-catalogues';
import { litmusCommands } from './litmus/litmus.commands';
import { discussionCommands } from './discussion/discussion.commands';
import { DiscussionController } from './discussion/discussion.controller';
import { Discussions } from './discussion/discussion.queries';
import { EvidenceController } from './evidence/evidence.controller';
import { EvidenceRegister } from './evidence/evidence-register.queries';
import { LitmusController } from './litmus/litmus.controller';
import {
  organisationCommands,
  OrganisationCatalogueController,
  OrganisationCommandsController,
  OrganisationController,
  OrganisationRegister,
} from './organisation';
import { ReportController } from './report/report.controller';
import { ReportQueries } from './report/report.queries';
import { OwnAuditWork } from './reminder/own-work.queries';
import { reminderCommands } from './reminder/reminder.commands';
import { ReminderController } from './reminder/reminder.controller';
import { Reminders } from './reminder/reminder.queries';
import { ResultsController } from './results/results.controller';
import { ResultsQueries } from './results/results.queries';
import { settingsCommands } from './settings/settings.commands';
import { SettingsController } from './settings/settings.controller';
import { AssessmentSettings } from './settings/settings.queries';
import { timeUseCommands, TimeUseController, TimeUseQueries } from './time-use';

@Module({
  controllers: [
    ActionController,
    CatalogueController,
    ComparisonController,
    AuditController,
    ExchangeController,
    AnsweringController,
    ReviewController,
    DiscussionController,
    EvidenceController,
    ReminderController,
    LitmusController,
    OrganisationCatalogueController,
    OrganisationController,
    OrganisationCommandsController,
    ReportController,
    ResultsController,
    SettingsController,
    WordsController,
    TimeUseController,
  ],
  providers: [
    ...actionCommands,
    ActionAbout,
    ActionRegister,
    ...auditCommands,
    ...exchangeCommands,
    ...litmusCommands,
    ...organisationCommands,
    ...settingsCommands,
    ...wordsCommands,
    CatalogueWords,
    ...timeUseCommands,
    AssessmentSettings,
    AuditRegister,
    AuditReview,
    ...discussionCommands,
    Discussions,
    DivisionsQueries,
    EvidenceRegister,
    ...reminderCommands,
    Reminders,
    OwnAuditWork,
    OrganisationRegister,
    ReportQueries,
    SpokenCatalogues,
    ResultsQueries,
    TimeUseQueries,
    TrendQueries,
  ],
  exports: [OwnAuditWork, AssessmentSettings, ResultsQueries, TimeUseQueries],
})
export class AssessmentModule {}
