import { Module } from '@nestjs/common';
import { auditCommands } from './audit/audit.commands';
import { AuditController } from './audit/audit.controller';
import { AuditRegister } from './audit/audit-register/audit-register.queries';
import { CatalogueController } from './catalogue/catalogue.controller';
import { ComparisonController } from './compare/comparison.controller';
import { ResultsController } from './results/results.controller';
import { ResultsQueries } from './results/results.queries';
import { settingsCommands } from './settings/settings.commands';
import { SettingsController } from './settings/settings.controller';
import { AssessmentSettings } from './settings/settings.queries';

@Module({
  controllers: [CatalogueController, ComparisonController, AuditController, ResultsController, SettingsController],
  providers: [...auditCommands, ...settingsCommands, AssessmentSettings, AuditRegister, ResultsQueries],
  exports: [AssessmentSettings, ResultsQueries],
})
export class AssessmentModule {}
