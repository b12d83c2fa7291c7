import { client } from '~/api/client';
import type { SearchProvider } from '~/app/quick-find/search';
import { categoryText } from '~/ui/categories';
import { texts } from '~/i18n/catalogue';

// Not the texts of the pages: quick find is part of the first load.
const t = texts({ accounts: 'Accounts' });
const most = 8;

/** Accounts by name or code, for quick find. */
export const findAccounts: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('portfolio.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/accounts', { params, signal });
  return (data?.items ?? []).map(({ id, name, code, category }) => ({
    id: `account:${id}`,
    group: t('accounts'),
    title: name,
    note: `${code} · ${categoryText(category)}`,
    to: `portfolio/${id}`,
  }));
};
