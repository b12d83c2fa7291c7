import { client } from '~/api/client';
import type { SearchProvider } from '~/app/quick-find/search';
import { texts } from '~/i18n/catalogue';

// Not the texts of the pages: quick find is part of the first load.
const t = texts({ contacts: 'Contacts' });

/** People at the customers by name, for quick find. */
export const findContacts: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('portfolio.read')) return [];
  const params = { path: { tenant }, query: { q: text, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/contacts', { params, signal });
  return (data?.items ?? []).map(({ id, name, accountId, accountName, accountCode }) => ({
    id: `contact:${id}`,
    group: t('contacts'),
    title: name,
    note: `${accountName} · ${accountCode}`,
    to: `portfolio/${accountId}?tab=contacts`,
  }));
};
