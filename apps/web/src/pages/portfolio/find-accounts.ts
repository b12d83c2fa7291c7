import { client } from '~/api/client';
import type { SearchProvider } from '~/app/quick-find/search';
import { categoryText } from '~/ui/categories';
import { texts } from '~/i18n/catalogue';

// Not the texts of the pages: quick find is part of the first load.
const t = texts({ accounts: 'Accounts', formerly: 'formerly {name}' });
const most = 8;

/** Accounts by name, former name, code or identifier, for quick find. */
export const findAccounts: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('portfolio.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/accounts', { params, signal });
  return (data?.items ?? []).map(({ id, name, formerNames, code, category }) => ({
    id: `account:${id}`,
    group: t('accounts'),
    title: name,
    note: [code, categoryText(category), formerly(text, name, formerNames)].filter(Boolean).join(' · '),
    to: `portfolio/${id}`,
  }));
};

/** Where the present name does not tell why the account was found. */
function formerly(text: string, name: string, formerNames: readonly string[]): string | undefined {
  const sought = text.toLowerCase();
  if (name.toLowerCase().includes(sought)) return undefined;
  const former = formerNames.findLast((one) => one.toLowerCase().includes(sought));
  return former && t('formerly', { name: former });
}
