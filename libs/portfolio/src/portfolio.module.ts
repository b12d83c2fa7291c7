import { Module } from '@nestjs/common';
import { AccountController } from './account/account.controller';
import { accountCommands } from './account/account.commands';
import { AccountQueries } from './account/account-register/account.queries';
import { categoryCommands } from './account/category.commands';
import { CategoriesController } from './category/categories.controller';
import { categoriesCommands } from './category/categories.commands';
import { CategoriesQueries } from './category/categories.queries';
import { MoveEffectQueries } from './category/move-effect';
import { MoveRules } from './category/move-rules';
import { NoticeController } from './notice/notice.controller';
import { noticeCommands } from './notice/notice';
import { NoticeQueries } from './notice/notice.queries';
import { exitCommands } from './account/exit/exit.commands';
import { ExitController } from './account/exit/exit.controller';
import { ExitQueries } from './account/exit/exit.queries';
import { ResourceController } from './account/resource/resource.controller';
import { ResourceQueries } from './account/resource/resource.queries';
import { resourceCommands } from './account/resource/resource.commands';
import { CategoryController } from './account/category.controller';
import { CategoryHistoryQueries } from './account/category-history/category-history.queries';
import { DivisionGuard } from './account/division-guard';
import { ParentGuard } from './account/parent-guard';
import { PortfolioController } from './account/portfolio.controller';
import { PortfolioQueries } from './account/portfolio-views/portfolio.queries';
import { BulkController } from './bulk/bulk.controller';
import { contactCommands } from './contact/contact.commands';
import { ContactController } from './contact/contact.controller';
import { ContactSearchController } from './contact/contact-search.controller';
import { ContactSearch } from './contact/contact-search.queries';
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
import { UnfinishedWork } from './import/unfinished';
import { ListViewController } from './view/list-view.controller';
import { ListViewQueries } from './view/list-view.queries';
import { listViewCommands } from './view/list-views';
import { AlignmentController } from './knowledge/alignment.controller';
import { CompetitorController } from './knowledge/competitor.controller';
import { IdeaController } from './knowledge/idea.controller';
import { knowledgeCommands } from './knowledge/knowledge.commands';
import { KnowledgeQueries } from './knowledge/knowledge.queries';
import { NoteController } from './knowledge/note.controller';
import { MergeController } from './merge/merge.controller';
import { MergeQueries } from './merge/merge.queries';
import { Merger } from './merge/merger';
import { PortfolioFacade } from './portfolio-facade';
import { DependenceController } from './relationship/dependence.controller';
import { DependenceQueries } from './relationship/dependence.queries';
import { OfferingController, offeringCommands } from './relationship/offering.controller';
import { RoundCommandsController } from './round/round-commands.controller';
import { roundCommands } from './round/round.commands';
import { RoundController } from './round/round.controller';
import { RoundMoves } from './round/round-moves';
import { RoundOpener } from './round/round-opener';
import { RoundQueries } from './round/round.queries';
import { Occasions } from './scoring/occasions';
import { scoringCommands } from './scoring/scoring.commands';
import { SeveralScorersController } from './scoring/scoring.controller';
import { Settler } from './scoring/settler';
import { SheetQueries } from './scoring/sheet.queries';
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
    SeveralScorersController,
    RoundController,
    RoundCommandsController,
    ListViewController,
    DuplicateController,
    BulkController,
    AccountController,
    MergeController,
    CategoriesController,
    NoticeController,
    ExitController,
    ResourceController,
    CategoryController,
    ContactController,
    ContactSearchController,
    ImportController,
    NoteController,
    CompetitorController,
    IdeaController,
    AlignmentController,
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
    ...noticeCommands,
    ...resourceCommands,
    ...contactCommands,
    ...importCommands,
    ...knowledgeCommands,
    ...duplicateCommands,
    ...listViewCommands,
    ...relationshipsCommands,
    ...offeringCommands,
    ...roundCommands,
    ...scoringCommands,
    AccountQueries,
    CategoriesQueries,
    ExitQueries,
    NoticeQueries,
    ResourceQueries,
    CategoryHistoryQueries,
    MoveEffectQueries,
    MoveRules,
    ComparisonQueries,
    ContactQueries,
    ContactSearch,
    DependenceQueries,
    RelationshipQueries,
    CriteriaInUse,
    CriteriaQueries,
    DivisionGuard,
    ParentGuard,
    EnterpriseQueries,
    Importer,
    ImportQueries,
    KnowledgeQueries,
    DuplicateQueries,
    ListViewQueries,
    MergeQueries,
    Merger,
    UnfinishedWork,
    PortfolioFacade,
    PortfolioQueries,
    ScoringQueries,
    Occasions,
    RoundMoves,
    RoundOpener,
    RoundQueries,
    Settler,
    SheetQueries,
  ],
  exports: [UnfinishedWork, PortfolioFacade],
})
export class PortfolioModule {}
