import { Stack, Text, Title } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { percent } from '~/i18n/format';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar, PageSkeleton, ShowMore } from '~/ui';
import { comparedColumns } from './compared-columns';
import { t } from './texts';
import type { Comparison } from './use-criteria';

const outcomes = ['category', 'needs-scoring', 'moves', 'stays'] as const;
type Outcome = (typeof outcomes)[number];
type Change = Comparison['changes'][number];

/** Which accounts would move if the draft were in force? */
export function ComparisonTab() {
  const [chosen] = useAddressState('outcome');
  const outcome = outcomes.find((one) => one === chosen) as Outcome | undefined;
  const path = '/api/t/{tenant}/criteria-sets/draft/comparison';
  const { items, first, error, refetch, more, loadingMore } = usePages(path, { query: { outcome } });
  const download = useDownload();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!first) return <PageSkeleton />;
  const { counts, changes, inForce, total } = first;
  return (
    <Stack>
      <Text size="lg">{t('compare.sentence', { n: counts.category, version: inForce })}</Text>
      <Changes changes={changes} />
      <section aria-labelledby="compared">
        <Title order={2} size="h4" id="compared">
          {t('compare.accounts')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('compare.placeHelp')} {counts.unscored > 0 && t('compare.unscored', { n: counts.unscored })}
        </Text>
        <ListToolbar
          filters={[
            {
              param: 'outcome',
              label: t('compare.outcome'),
              options: outcomes.map((value) => ({ value, label: `${t(`outcome.${value}`)} (${counts[value]})` })),
            },
          ]}
          count={t('compare.count', { n: total })}
          onCsv={() =>
            download.mutate({
              path: 'criteria-sets/draft/comparison/export',
              query: { outcome },
              fileName: 'criteria-comparison.csv',
            })
          }
          csvLoading={download.isPending}
        />
        <DataTable
          caption={t('compare.accounts')}
          columns={comparedColumns}
          rows={items}
          rowKey={({ id }) => id}
          to={({ id }) => `portfolio/${id}?tab=scores`}
          defaultSort=""
          sortedByApi
          empty={<EmptyState title={t('compare.none')} text={t('compare.noneText')} />}
          footer={<ShowMore more={more} loadingMore={loadingMore} />}
        />
      </section>
    </Stack>
  );
}

const share = (value: number | null) => (value === null ? '–' : percent(value));
const changeColumns: Column<Change>[] = [
  { id: 'criterion', header: t('criterion'), value: ({ label }) => label, sortable: false },
  {
    id: 'kind',
    header: t('compare.kind'),
    value: ({ kind, reworded }) => (reworded ? t('compare.reworded') : t(`compare.${kind}`)),
    sortable: false,
  },
  {
    id: 'before',
    header: t('compare.before'),
    value: ({ shareBefore }) => shareBefore,
    cell: ({ shareBefore }) => share(shareBefore),
    numeric: true,
    sortable: false,
  },
  {
    id: 'after',
    header: t('compare.after'),
    value: ({ shareAfter }) => shareAfter,
    cell: ({ shareAfter }) => share(shareAfter),
    numeric: true,
    sortable: false,
  },
];

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <Text>{t('compare.noChanges')}</Text>;
  return (
    <section aria-labelledby="changes">
      <Title order={2} size="h4" id="changes" mb="xs">
        {t('compare.changes')}
      </Title>
      <DataTable
        caption={t('compare.changes')}
        columns={changeColumns}
        rows={changes}
        rowKey={({ id }) => id}
        defaultSort=""
        sortedByApi
        empty={null}
      />
    </section>
  );
}
