import { Module } from '@nestjs/common';
import { AccountController } from './account/account.controller';
import { accountCommands } from './account/account.commands';
import { AccountQueries } from './account/account-register/account.queries';
import { categoryCommands } from './account/category.commands';
import { CategoriesController } from './category/categories.controller';
import { categoriesCommands } from './category/categories.commands';
import { CategoriesQueries } from './category/categories.queries';
import { MoveRules } from './category/move-rules';
import { exitCommands } from './account/exit/exit.commands';
import { resourceCommands } from './account/resource/resource.commands';
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
import { duplicateCommands } from './duplicate/duplicate-ruling';
import { DuplicateController } from './duplicate/duplicate.controller';
import { DuplicateQueries } from './duplicate/duplicate.queries';
import { DivisionController } from './enterprise/division.controller';
import { enterpriseCommands } from './enterprise/enterprise.commands';
import { EnterpriseController } from './enterprise/enterprise.controller';
import { EnterpriseQueries } from './enterprise/enterprise-settings/enterprise.queries';
import { importCommands } from './import/account-import';
import { ImportController } from './import/import.controller';
import { ImportQueries } from './import/import.queries';
import { Importer } from './import/importer';
import { MergeController } from './merge/merge.controller';
import { MergeQueries } from './merge/merge.queries';
import { Merger } from './merge/merger';
import { PortfolioFacade } from './portfolio-facade';
import { DependenceController } from './relationship/dependence.controller';
import { DependenceQueries } from './relationship/dependence.queries';
import { OfferingController, offeringCommands } from './relationship/offering.controller';
import { RelationshipController } from './relationship/relationship.controller';
import { RelationshipQueries } from './relationship/relationship.queries';
import { relationshipsCommands } from './relationship/relationships.commands';
import { WhiteSpaceController } from './relationship/white-space.controller';

@Module({
  controllers: [
    EnterpriseController,
    DivisionController,
    CriteriaController,
    CriteriaDraftController,
    ScoringController,
    DuplicateController,
    AccountController,
    MergeController,
    CategoriesController,
    CategoryController,
    ContactController,
    ImportController,
    RelationshipController,
    WhiteSpaceController,
    OfferingController,
    DependenceController,
    PortfolioController,
  ],
  providers: [
    ...enterpriseCommands,
    ...accountCommands,
    ...criteriaCommands,
    ...categoriesCommands,
    ...categoryCommands,
    ...exitCommands,
    ...resourceCommands,
    ...contactCommands,
    ...importCommands,
    ...duplicateCommands,
    ...relationshipsCommands,
    ...offeringCommands,
    AccountQueries,
    CategoriesQueries,
    CategoryHistoryQueries,
    MoveRules,
    ComparisonQueries,
    ContactQueries,
    DependenceQueries,
    RelationshipQueries,
    CriteriaInUse,
    CriteriaQueries,
    DivisionGuard,
    ParentGuard,
    EnterpriseQueries,
    Importer,
    ImportQueries,
    DuplicateQueries,
    MergeQueries,
    Merger,
    PortfolioFacade,
    PortfolioQueries,
    ScoringQueries,
  ],
  exports: [PortfolioFacade],
})
export class PortfolioModule {}
