import { Module } from '@nestjs/common';
import { actionCommands } from './action/action.commands';
import { ActionController } from './action/action.controller';
import { ActionRegister } from './action/action-register/action-register.queries';
import { AnsweringController } from './audit/answering.controller';
import { auditCommands } from './audit/audit.commands';
import { AuditController } from './audit/audit.controller';
import { AuditRegister } from './audit/audit-register/audit-register.queries';
import { CatalogueController } from './catalogue/catalogue.controller';
import { ComparisonController } from './compare/comparison.controller';
import { litmusCommands } from './litmus/litmus.commands';
import { LitmusController } from './litmus/litmus.controller';
import { ResultsController } from './results/results.controller';
import { ResultsQueries } from './results/results.queries';
import { settingsCommands } from './settings/settings.commands';
import { SettingsController } from './settings/settings.controller';
import { AssessmentSettings } from './settings/settings.queries';

@Module({
  controllers: [
    ActionController,
    CatalogueController,
    ComparisonController,
    AuditController,
    AnsweringController,
    LitmusController,
    ResultsController,
    SettingsController,
  ],
  providers: [
    ...actionCommands,
    ActionRegister,
    ...auditCommands,
    ...litmusCommands,
    ...settingsCommands,
    AssessmentSettings,
    AuditRegister,
    ResultsQueries,
  ],
  exports: [AssessmentSettings, ResultsQueries],
})
export class AssessmentModule {}
