import { useState } from 'react';
import { Button } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useCanChange, useDivisionScope, useTenantMe } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import {
  CategoryBadge,
  categoryText,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PersonName,
  ShowMore,
  useCategories,
  usePeople,
  useSort,
} from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { Band } from './Band';
import { t } from './texts';
import { useMoreFilters } from './use-more-filters';
import { parts, WeightsForm } from './WeightsForm';

type Line = ReadAnswer<'/api/t/{tenant}/portfolio/health'>['items'][number];
const sorts = ['health', '-health', 'name', '-name', 'spend', '-spend'] as const;
const bands = ['good', 'watch', 'at-risk', 'not-known'] as const;

const columns = (currency: string): Column<Line>[] => [
  { id: 'name', header: t('account'), value: ({ name }) => name },
  {
    id: 'category',
    header: t('category'),
    value: ({ category }) => categoryText(category),
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
  },
  { id: 'health', header: t('health'), value: ({ health }) => health, numeric: true },
  {
    id: 'band',
    header: t('band'),
    value: ({ band }) => band,
    cell: ({ band }) => <Band band={band} />,
    sortable: false,
  },
  ...parts.map((part): Column<Line> => ({
    id: part,
    header: t(`part.${part}`),
    value: (line) => line.parts[part],
    cell: (line) => (line.parts[part] === null ? '–' : number(line.parts[part])),
    numeric: true,
    sortable: false,
    hideOnPhone: true,
  })),
  {
    id: 'spend',
    header: t('spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
  },
  {
    id: 'lead',
    header: t('lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('nobody')),
    sortable: false,
  },
];

/** How healthy are our accounts, and why? */
export default function HealthPage() {
  const [q] = useAddressState('q');
  const [band] = useAddressState('band');
  const [category] = useAddressState('category');
  const [lead] = useAddressState('lead');
  const [mine] = useAddressState('mine');
  const { filters, query: more } = useMoreFilters();
  const { text } = useSort('health');
  const { order } = useCategories();
  const people = usePeople();
  const mayWeigh = useCanChange('enterprise.manage');
  const { data: enterprise } = useRead('/api/t/{tenant}/enterprise');
  const [weighing, setWeighing] = useState(false);
  const { currency } = useTenantMe().tenant;
  const query = {
    q: q || undefined,
    band: bands.find((one) => one === band),
    category: category || undefined,
    leadId: lead || undefined,
    mine: mine === 'true' ? ('true' as const) : undefined,
    ...more,
    divisionId: useDivisionScope(),
    sort: sorts.find((one) => one === text),
  };
  const pages = usePages('/api/t/{tenant}/portfolio/health', { query });
  const { items, first, error } = pages;
  const downloads = useListDownload('portfolio/health/export', 'health', query);
  if (error) return <ErrorState problem={error} onRetry={() => void pages.refetch()} />;
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={
        first &&
        (first.mean === null ? t('answer.none') : t('answer', { mean: number(first.mean), n: number(first.atRisk) }))
      }
      actions={
        mayWeigh && (
          <Button variant="default" onClick={() => setWeighing(true)} disabled={!enterprise}>
            {t('weights')}
          </Button>
        )
      }
    >
      <ListToolbar
        search={t('search')}
        filters={[
          { param: 'mine', label: t('mine'), options: [{ value: 'true', label: t('mine.true') }] },
          { param: 'band', label: t('band'), options: bands.map((value) => ({ value, label: t(`band.${value}`) })) },
          {
            param: 'category',
            label: t('category'),
            options: order.map((value) => ({ value, label: categoryText(value) })),
          },
          {
            param: 'lead',
            label: t('lead'),
            options: [
              { value: 'none', label: t('nobody') },
              ...[...people].map(([value, label]) => ({ value, label })),
            ],
          },
          ...filters,
        ]}
        count={first && t('count', { n: first.total })}
        {...downloads}
      />
      <DataTable
        caption={t('title')}
        columns={columns(currency)}
        rows={items}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `portfolio/${accountId}`}
        defaultSort="health"
        sortedByApi
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        footer={<ShowMore more={pages.more} loadingMore={pages.loadingMore} />}
      />
      {weighing && enterprise && <WeightsForm enterprise={enterprise} onClose={() => setWeighing(false)} />}
    </Page>
  );
}
