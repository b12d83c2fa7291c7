import { Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope } from '~/app/tenant';
import {
  CategoryBadge,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  ListToolbar,
  PersonName,
  ShowMore,
  useSort,
} from '~/ui';
import { sortAmong } from '../sort-among';
import { t } from './texts';

type Exit = ReadAnswer<'/api/t/{tenant}/portfolio/exits'>['items'][number];
const states = ['open', 'overdue', 'complete'] as const;
const sorts = ['next', 'account', 'effectiveOn', 'seen', 'overdue'] as const;

const columns: Column<Exit>[] = [
  { id: 'account', header: t('account'), value: ({ name }) => name },
  {
    id: 'move',
    header: t('move'),
    value: ({ to }) => to,
    cell: ({ from, to }) => (
      <>
        <CategoryBadge category={from} /> → <CategoryBadge category={to} />
      </>
    ),
    sortable: false,
  },
  {
    id: 'effectiveOn',
    header: t('effective'),
    value: ({ effectiveOn }) => effectiveOn,
    cell: ({ effectiveOn }) => <Day on={effectiveOn} />,
  },
  {
    id: 'seen',
    header: t('seen'),
    value: ({ settled, points }) => settled / points,
    cell: ({ settled, points }) => t('seenOf', { settled, points }),
    numeric: true,
  },
  { id: 'overdue', header: t('overdue'), value: ({ overdue }) => overdue, numeric: true },
  {
    id: 'next',
    header: t('next'),
    value: ({ nextDueOn }) => nextDueOn,
    cell: ({ nextDueOn }) => (nextDueOn ? <Day on={nextDueOn} /> : '–'),
  },
  {
    id: 'lead',
    header: t('lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('nobody')),
    sortable: false,
  },
];

export function ExitsTab() {
  const [chosen] = useAddressState('exit');
  const query = {
    state: states.find((state) => state === chosen),
    divisionId: useDivisionScope(),
    sort: sortAmong(sorts, useSort('next').text),
  };
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/portfolio/exits', { query });
  const downloads = useListDownload('portfolio/exits/export', 'exits', query);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm">
      <ListToolbar
        filters={[
          { param: 'exit', label: t('state'), options: states.map((value) => ({ value, label: t(`exit.${value}`) })) },
        ]}
        count={first && t('countExits', { n: first.total })}
        {...downloads}
      />
      <DataTable
        caption={t('exits')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ accountId }) => `portfolio/${accountId}?tab=categories`}
        defaultSort="next"
        sortedByApi
        empty={<EmptyState title={t('noExits')} text={t('noExitsText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Stack>
  );
}
