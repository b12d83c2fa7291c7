import { accountDescriptions } from './account/account.descriptions';
import { accountEvents } from './account/account.events';
import { accountRegister } from './account/account-register/account-register.projection';
import { accountImportDescriptions } from './import/account-import.descriptions';
import { accountImportEvents } from './import/account-import.events';
import { accountImports } from './import/account-import.projection';
import { categoriesDescriptions } from './category/categories.descriptions';
import { categoriesEvents } from './category/categories.events';
import { categoryRegister } from './category/category-register.projection';
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
import { offeringDescriptions, offeringEvents } from './relationship/offerings';
import { relationshipsDescriptions } from './relationship/relationships.descriptions';
import { relationshipsEvents } from './relationship/relationships.events';
import { relationshipRegister } from './relationship/relationships.projection';

export const portfolioEvents = {
  ...enterpriseEvents,
  ...criteriaSetEvents,
  ...accountEvents,
  ...categoriesEvents,
  ...contactEvents,
  ...relationshipsEvents,
  ...offeringEvents,
  ...accountImportEvents,
  ...duplicateRulingEvents,
};
export const portfolioDescriptions = {
  ...enterpriseDescriptions,
  ...criteriaSetDescriptions,
  ...accountDescriptions,
  ...categoriesDescriptions,
  ...contactDescriptions,
  ...relationshipsDescriptions,
  ...offeringDescriptions,
  ...accountImportDescriptions,
  ...duplicateRulingDescriptions,
};
export const portfolioProjections = [
  enterpriseSettings,
  criteriaRegister,
  accountRegister,
  categoryRegister,
  exits,
  resourcePromises,
  contactRegister,
  relationshipRegister,
  accountImports,
  duplicates,
];

export { PeopleDirectory } from './relationship/people-directory';
export { PortfolioModule } from './portfolio.module';
export { type AccountFacts, PortfolioFacade } from './portfolio-facade';
export { accountTable, decisionTable, moveTable } from './account/account-register/account-register.projection';
export { divisionTable, enterpriseTable } from './enterprise/enterprise-settings/enterprise-settings.projection';
export { contactTable } from './contact/contact.projection';
export { type AcrossTenants, CALENDAR, takeDueDecisions } from './account/due-decisions';
export { CATEGORY_MOVES } from './account/category-moves';
export { type Category, category, isKey, keySql, suggestedCategories } from './account/category';
export { orderOf } from './category/categories';
export { CategoriesQueries, knownOf, type KnownCategories, setsOf } from './category/categories.queries';
export type { AccountEvent } from './account/account.events';
export type { EnterpriseEvent } from './enterprise/enterprise.events';
export type { Period, PortfolioSummary } from './account/portfolio-views/portfolio.queries';
export { Conditions, seesOnlyHeadedDivisions, withinReach, withinScope } from './scope';
