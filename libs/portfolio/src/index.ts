import { accountDescriptions } from './account/account.descriptions';
import { accountEvents } from './account/account.events';
import { accountRegister } from './account/account-register/account-register.projection';
import { accountImportDescriptions } from './import/account-import.descriptions';
import { accountImportEvents } from './import/account-import.events';
import { accountImports } from './import/account-import.projection';
import { categoriesDescriptions } from './category/categories.descriptions';
import { categoriesEvents } from './category/categories.events';
import { categoryRegister } from './category/category-register.projection';
import { noticeDescriptions } from './notice/notice';
import { noticeEvents } from './notice/notice.events';
import { notices } from './notice/notice.projection';
import { exits } from './account/exit/exit.projection';
import { resourcePromises } from './account/resource/resource.projection';
import { contactDescriptions } from './contact/contact.descriptions';
import { contactEvents } from './contact/contact.events';
import { contactRegister } from './contact/contact.projection';
import { criteriaRegister } from './criteria/criteria-register.projection';
import { criteriaSetDescriptions } from './criteria/criteria-sets.descriptions';
import { criteriaSetEvents } from './criteria/criteria-sets.events';
import { duplicateRulingDescriptions, duplicateRulingEvents } from './duplicate/duplicate-ruling';
import { duplicates } from './duplicate/duplicates.projection';
import { enterpriseDescriptions } from './enterprise/enterprise.descriptions';
import { enterpriseEvents } from './enterprise/enterprise.events';
import { enterpriseSettings } from './enterprise/enterprise-settings/enterprise-settings.projection';
import { listViewDescriptions, listViewEvents } from './view/list-views';
import { listViewRegister } from './view/list-views.projection';
import { alignmentDescriptions, alignmentEvents } from './knowledge/alignment';
import { competitorDescriptions, competitorEvents } from './knowledge/competitor';
import { ideaDescriptions, ideaEvents } from './knowledge/idea';
import { accountKnowledge } from './knowledge/knowledge.projection';
import { noteDescriptions, noteEvents } from './knowledge/note';
import { offeringDescriptions, offeringEvents } from './relationship/offerings';
import { relationshipsDescriptions } from './relationship/relationships.descriptions';
import { relationshipsEvents } from './relationship/relationships.events';
import { relationshipRegister } from './relationship/relationships.projection';
import { roundDescriptions } from './round/round.descriptions';
import { roundEvents } from './round/round.events';
import { roundRegister } from './round/round.projection';
import { scoringDescriptions } from './scoring/scoring.descriptions';
import { scoringEvents } from './scoring/scoring.events';

export const portfolioEvents = {
  ...enterpriseEvents,
  ...criteriaSetEvents,
  ...accountEvents,
  ...categoriesEvents,
  ...noticeEvents,
  ...contactEvents,
  ...noteEvents,
  ...competitorEvents,
  ...ideaEvents,
  ...alignmentEvents,
  ...relationshipsEvents,
  ...offeringEvents,
  ...accountImportEvents,
  ...duplicateRulingEvents,
  ...listViewEvents,
  ...roundEvents,
  ...scoringEvents,
};
export const portfolioDescriptions = {
  ...enterpriseDescriptions,
  ...criteriaSetDescriptions,
  ...accountDescriptions,
  ...categoriesDescriptions,
  ...noticeDescriptions,
  ...contactDescriptions,
  ...noteDescriptions,
  ...competitorDescriptions,
  ...ideaDescriptions,
  ...alignmentDescriptions,
  ...relationshipsDescriptions,
  ...offeringDescriptions,
  ...accountImportDescriptions,
  ...duplicateRulingDescriptions,
  ...listViewDescriptions,
  ...roundDescriptions,
  ...scoringDescriptions,
};
export const portfolioProjections = [
  enterpriseSettings,
  criteriaRegister,
  accountRegister,
  categoryRegister,
  exits,
  resourcePromises,
  notices,
  contactRegister,
  accountKnowledge,
  relationshipRegister,
  accountImports,
  duplicates,
  listViewRegister,
  roundRegister,
];

export { UnfinishedWork } from './import/unfinished';
export { type NamedPerson, PeopleByName } from './import/people-by-name';
export { PeopleDirectory } from './relationship/people-directory';
export { PortfolioModule } from './portfolio.module';
export { type AccountFacts, PortfolioFacade } from './portfolio-facade';
export { accountTable, decisionTable, moveTable } from './account/account-register/account-register.tables';
export { divisionTable, enterpriseTable } from './enterprise/enterprise-settings/enterprise-settings.projection';
export { alignmentTable } from './knowledge/knowledge.projection';
export { contactTable } from './contact/contact.projection';
export { type AcrossTenants, CALENDAR, takeDueDecisions } from './account/due-decisions';
export { CATEGORY_MOVES } from './account/category-moves';
export { allLines, type LineOrder, type Lines, pageOfLines, upAndDown } from './line-page';
export { HELD_LEVELS, type MergedAccount, mergedInto } from './merge/merged-accounts';
export { MONEY_MOVED } from './account/resource/money-moved';
export { type Category, category, isKey, keySql, suggestedCategories } from './account/category';
export { entryOf, type EntryRule, entryRules } from './category/entry';
export { namingCategories } from './category/naming-categories';
export { loadOfAccounts } from './category/manager-load';
export { shippedCategories } from './category/categories';
export type { CategorySetting } from './category/categories.events';
export { CategoriesQueries, knownOf, type KnownCategories, setsOf } from './category/categories.queries';
export type { AccountEvent } from './account/account.events';
export type { EnterpriseEvent } from './enterprise/enterprise.events';
export {
  defaultHealthWeights,
  type HealthPart,
  healthParts,
  type HealthWeights,
  healthWeights,
} from './enterprise/health-weights';
export { type RelationshipLevel, relationshipLevels } from './relationship/relationships.events';
export type { Period, PortfolioSummary } from './account/portfolio-views/portfolio.queries';
export {
  Conditions,
  reachOf,
  seesOnlyHeadedDivisions,
  seesOnlyPart,
  tradingWith,
  withinReach,
  withinScope,
} from './scope';
