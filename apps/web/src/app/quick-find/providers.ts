import { t } from '~/i18n';
import { findActions, findAssessmentPages, findOrganisation } from '~/pages/audits/find-assessment';
import { findAudits } from '~/pages/audits/find-audits';
import { findAccounts } from '~/pages/portfolio/find-accounts';
import { findContacts } from '~/pages/portfolio/find-contacts';
import { matches, type SearchProvider } from './search';

const findPages: SearchProvider = async (text, { pages }) =>
  [
    ...pages.map(({ path, rail }) => ({ path, title: t(rail.text), note: rail.question && t(rail.question) })),
    { path: 'policy', title: t('nav.policy'), note: undefined },
  ]
    .filter(({ title }) => matches(title, text))
    .map(({ path, title, note }) => ({ id: `page:${path}`, group: t('find.pages'), title, note, to: path }));

/** Where quick find looks, in the order of its groups. */
export const searchProviders: readonly SearchProvider[] = [
  findPages,
  findAssessmentPages,
  findAccounts,
  findContacts,
  findAudits,
  findOrganisation,
  findActions,
];
