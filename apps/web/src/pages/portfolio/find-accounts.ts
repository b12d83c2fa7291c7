import { client } from '~/api/client';
import type { SearchProvider } from '~/app/quick-find/search';
import { categoryText } from '~/ui/CategoryBadge';
import { t } from './texts';

const most = 8;

/** Accounts by name or code, for quick find. */
export const findAccounts: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('portfolio.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/accounts', { params, signal });
  return (data?.items ?? []).map(({ id, name, code, category }) => ({
    id: `account:${id}`,
    group: t('find.accounts'),
    title: name,
    note: `${code} · ${categoryText(category)}`,
    to: `portfolio/${id}`,
  }));
};
