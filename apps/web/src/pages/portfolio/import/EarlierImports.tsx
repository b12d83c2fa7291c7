import { Stack, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { usePages } from '~/api/use-pages';
import { type Column, DataTable, EmptyState, ErrorState, Moment, PersonName, ShowMore } from '~/ui';
import { t } from './texts';

const path = '/api/t/{tenant}/accounts/imports';
type Line = ReadAnswer<typeof path>['items'][number];

/** Every import, what it did, and who did it. */
export function EarlierImports() {
  const { items, error, refetch, more, loadingMore } = usePages(path);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm" component="section" aria-label={t('list.title')}>
      <Title order={2} size="h4">
        {t('list.title')}
      </Title>
      <DataTable
        caption={t('list.title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `portfolio/import/${id}`}
        sortedByApi
        empty={<EmptyState title={t('list.none')} text={t('list.noneText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} text={t('list.more')} />}
      />
    </Stack>
  );
}

const columns: Column<Line>[] = [
  { id: 'file', header: t('list.file'), value: ({ fileName, bulk }) => (bulk ? t('bulk') : fileName), sortable: false },
  {
    id: 'at',
    header: t('list.at'),
    value: ({ startedAt }) => startedAt,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
    sortable: false,
  },
  {
    id: 'by',
    header: t('list.by'),
    value: ({ startedBy }) => startedBy,
    cell: ({ startedBy }) => <PersonName id={startedBy} />,
    sortable: false,
  },
  { id: 'state', header: t('list.state'), value: ({ state }) => t(`state.${state}`), sortable: false },
  { id: 'creates', header: t('list.creates'), value: ({ creates }) => creates, numeric: true, sortable: false },
  { id: 'changes', header: t('list.changes'), value: ({ changes }) => changes, numeric: true, sortable: false },
  { id: 'refused', header: t('list.refused'), value: ({ refused }) => refused, numeric: true, sortable: false },
];
