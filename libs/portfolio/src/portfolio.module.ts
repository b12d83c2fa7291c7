import { Module } from '@nestjs/common';
import { AccountController } from './account/account.controller';
import { accountCommands } from './account/account.commands';
import { AccountQueries } from './account/account-register/account.queries';
import { categoryCommands } from './account/category.commands';
import { CategoryController } from './account/category.controller';
import { CategoryHistoryQueries } from './account/category-history/category-history.queries';
import { DivisionGuard } from './account/division-guard';
import { PortfolioController } from './account/portfolio.controller';
import { PortfolioQueries } from './account/portfolio-views/portfolio.queries';
import { contactCommands } from './contact/contact.commands';
import { ContactController } from './contact/contact.controller';
import { ContactQueries } from './contact/contact.queries';
import { CriteriaController } from './criteria/criteria.controller';
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
    AccountController,
    CategoryController,
    ContactController,
    PortfolioController,
  ],
  providers: [
    ...enterpriseCommands,
    ...accountCommands,
    ...categoryCommands,
    ...contactCommands,
    AccountQueries,
    CategoryHistoryQueries,
    ContactQueries,
    DivisionGuard,
    EnterpriseQueries,
    PortfolioFacade,
    PortfolioQueries,
  ],
  exports: [PortfolioFacade],
})
export class PortfolioModule {}
