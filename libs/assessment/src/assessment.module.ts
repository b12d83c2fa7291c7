import { Module } from '@nestjs/common';
import { auditCommands } from './audit/audit.commands';
import { AuditController } from './audit/audit.controller';
import { AuditRegister } from './audit/audit-register/audit-register.queries';
import { CatalogueController } from './catalogue/catalogue.controller';
import { ComparisonController } from './compare/comparison.controller';
import { ResultsController } from './results/results.controller';
import { ResultsQueries } from './results/results.queries';

@Module({
  controllers: [CatalogueController, ComparisonController, AuditController, ResultsController],
  providers: [...auditCommands, AuditRegister, ResultsQueries],
  exports: [ResultsQueries],
})
export class AssessmentModule {}
