import { Module } from '@nestjs/common';
import { AccountController } from './account/account.controller';
import { accountCommands } from './account/account.commands';
import { AccountQueries } from './account/account-register/account.queries';
import { categoryCommands } from './account/category.commands';
import { CategoryController } from './account/category.controller';
import { CategoryHistoryQueries } from './account/category-history/category-history.queries';
import { DivisionGuard } from './account/division-guard';
import { ParentGuard } from './account/parent-guard';
import { PortfolioController } from './account/portfolio.controller';
import { PortfolioQueries } from './account/portfolio-views/portfolio.queries';
import { contactCommands } from './contact/contact.commands';
import { ContactController } from './contact/contact.controller';
import { ContactQueries } from './contact/contact.queries';
import { CriteriaController } from './criteria/criteria.controller';
import { CriteriaDraftController } from './criteria/criteria-draft.controller';
import { CriteriaInUse } from './criteria/criteria-in-use';
import { CriteriaQueries } from './criteria/criteria.queries';
import { criteriaCommands } from './criteria/criteria-sets.commands';
import { ComparisonQueries } from './criteria/comparison/comparison.queries';
import { ScoringController } from './criteria/scoring/scoring.controller';
import { ScoringQueries } from './criteria/scoring/scoring.queries';
import { DivisionController } from './enterprise/division.controller';
import { enterpriseCommands } from './enterprise/enterprise.commands';
import { EnterpriseController } from './enterprise/enterprise.controller';
import { EnterpriseQueries } from './enterprise/enterprise-settings/enterprise.queries';
import { PortfolioFacade } from './portfolio-facade';

@Module({
  controllers: [
    EnterpriseController,
    DivisionController,
    CriteriaController,
    CriteriaDraftController,
    ScoringController,
    AccountController,
    CategoryController,
    ContactController,
    PortfolioController,
  ],
  providers: [
    ...enterpriseCommands,
    ...accountCommands,
    ...criteriaCommands,
    ...categoryCommands,
    ...contactCommands,
    AccountQueries,
    CategoryHistoryQueries,
    ComparisonQueries,
    ContactQueries,
    CriteriaInUse,
    CriteriaQueries,
    DivisionGuard,
    ParentGuard,
    EnterpriseQueries,
    PortfolioFacade,
    PortfolioQueries,
    ScoringQueries,
  ],
  exports: [PortfolioFacade],
})
export class PortfolioModule {}
