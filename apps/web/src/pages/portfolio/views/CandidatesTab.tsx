import { Stack, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import { CategoryBadge, type Column, DataTable, EmptyState, ErrorState, ListToolbar, ShowMore, useSort } from '~/ui';
import { sortAmong } from '../sort-among';
import { t } from './texts';

type Candidate = ReadAnswer<'/api/t/{tenant}/portfolio/de-selection'>['items'][number];

const sorts = ['name', 'category', 'since', 'raised', 'money', 'hours', 'people', 'lastOn'] as const;

/** Key accounts that hardly repay what we invest in them, with what shows it. */
export function CandidatesTab() {
  const query = { divisionId: useDivisionScope(), sort: sortAmong(sorts, useSort('-money').text) };
  const pages = usePages('/api/t/{tenant}/portfolio/de-selection', { query });
  const { items, first, error, refetch, more, loadingMore } = pages;
  const { currency } = useTenantMe().tenant;
  const downloads = useListDownload('portfolio/de-selection/export', 'de-selection-candidates', query);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm">
      {first && first.total > 0 && <Text>{t('candidates.answer', { n: first.total })}</Text>}
      <Text size="sm" c="dimmed">
        {t('candidates.text')}
      </Text>
      <ListToolbar count={first && t('candidates.count', { n: first.total })} {...downloads} />
      <DataTable
        caption={t('candidates')}
        columns={columns(currency)}
        rows={items}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `portfolio/${accountId}?tab=categories`}
        defaultSort="-money"
        sortedByApi
        empty={<EmptyState title={t('candidates.none')} text={t('candidates.noneText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Stack>
  );
}

const columns = (currency: string): Column<Candidate>[] => [
  { id: 'name', header: t('account'), value: ({ name }) => name },
  {
    id: 'category',
    header: t('category'),
    value: ({ category }) => category,
    cell: ({ category }) => <CategoryBadge category={category} />,
  },
  {
    id: 'since',
    header: t('since'),
    value: ({ commoditySince }) => commoditySince,
    cell: ({ commoditySince }) => day(commoditySince),
  },
  { id: 'raised', header: t('raised'), value: ({ everRaised }) => t(everRaised ? 'yes' : 'no') },
  {
    id: 'money',
    header: t('money'),
    value: (line) => line.money,
    cell: (line) => money(line.money, currency),
    numeric: true,
  },
  { id: 'hours', header: t('hours'), value: ({ hours }) => hours, cell: ({ hours }) => number(hours), numeric: true },
  { id: 'people', header: t('people'), value: ({ people }) => people, numeric: true, hideOnPhone: true },
  {
    id: 'lastOn',
    header: t('lastOn'),
    value: ({ lastInvestedOn }) => lastInvestedOn,
    cell: ({ lastInvestedOn }) => day(lastInvestedOn),
  },
];
