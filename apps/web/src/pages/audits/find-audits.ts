import { client } from '~/api/client';
import type { SearchProvider } from '~/app/quick-find/search';
import { texts } from '~/i18n/catalogue';
import { day } from '~/i18n/format';

// Not the texts of the pages: quick find is part of the first load.
const t = texts({ audits: 'Audits' });
const most = 5;

/** Audits by title, for quick find. */
export const findAudits: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('assessment.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/audits', { params, signal });
  return (data?.items ?? []).map(({ id, title, auditDate }) => ({
    id: `audit:${id}`,
    group: t('audits'),
    title,
    note: day(auditDate),
    to: `audits/${id}`,
  }));
};
