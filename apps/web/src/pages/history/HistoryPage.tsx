import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useCan } from '~/app/tenant';
import { day } from '~/i18n/format';
import { type Column, DataTable, EmptyState, ErrorState, Moment, Page, PersonName, ShowMore } from '~/ui';
import type { Entry } from './entry';
import { EntryDrawer } from './EntryDrawer';
import { HistoryFilters } from './HistoryFilters';
import classes from './history.module.css';
import { KindMark } from './KindMark';
import { RecordName } from './RecordName';
import { ShortChange } from './ShortChange';
import { t } from './texts';
import { useHistoryFilter } from './use-history-filter';

const columns: Column<Entry>[] = [
  {
    id: 'recorded',
    header: t('when'),
    value: ({ recorded }) => recorded,
    cell: ({ recorded, effectiveOn }) => (
      <span className={classes['when']}>
        <Moment at={recorded} />
        {effectiveOn && <span className={classes['muted']}>{t('effective', { day: day(effectiveOn) })}</span>}
      </span>
    ),
    sortable: false,
  },
  {
    id: 'who',
    header: t('who'),
    value: ({ actor }) => actor,
    cell: ({ actor }) => <PersonName id={actor} />,
    sortable: false,
  },
  {
    id: 'kind',
    header: t('kind'),
    value: ({ kind }) => kind,
    cell: ({ kind }) => <KindMark kind={kind} />,
    sortable: false,
  },
  {
    id: 'record',
    header: t('record'),
    value: ({ subject }) => subject.title,
    cell: (entry) => (
      <div className={classes['record']}>
        <RecordName entry={entry} />
      </div>
    ),
    sortable: false,
  },
  {
    id: 'change',
    header: t('change'),
    value: () => '',
    cell: (entry) => (
      <div className={classes['change']}>
        <ShortChange entry={entry} />
      </div>
    ),
    sortable: false,
  },
  {
    id: 'why',
    header: t('why'),
    value: ({ why }) => why,
    cell: ({ why }) =>
      why ? (
        <Text inherit lineClamp={4} className={classes['reason']}>
          {why}
        </Text>
      ) : (
        '–'
      ),
    sortable: false,
  },
];

/** Who changed what, when and why? */
export default function HistoryPage() {
  const { query, filtered } = useHistoryFilter();
  const { items, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/history', {
    query: { ...query, limit: 50 },
  });
  const { data: kinds } = useRead('/api/t/{tenant}/history/kinds', { query }, { keepPrevious: true });
  const [open, setOpen] = useAddressState('entry');
  const chosen = query.kind?.split(',');
  const n = kinds?.kinds.reduce((sum, { kind, count }) => sum + (!chosen || chosen.includes(kind) ? count : 0), 0);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('title')} answer={n === undefined ? undefined : t('answer', { n })}>
      <Stack>
        <HistoryFilters count={n === undefined ? undefined : t('count', { n })}>
          <Exports query={query} />
        </HistoryFilters>
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={items}
          rowKey={({ eventId }) => eventId}
          onOpen={({ eventId }) => setOpen(eventId)}
          sortedByApi
          empty={
            filtered ? (
              <EmptyState title={t('noMatch')} text={t('noMatchText')} />
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} />
            )
          }
          footer={<ShowMore more={more} loadingMore={loadingMore} text={t('more')} />}
        />
      </Stack>
      {open && <EntryDrawer eventId={open} onClose={() => setOpen('')} />}
    </Page>
  );
}

function Exports({ query }: { query: Record<string, string | undefined> }) {
  const download = useDownload();
  const may = useCan('history.export');
  if (!may) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {(['csv', 'ndjson'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} />}
          aria-label={t(`export.${format}Label`)}
          loading={download.isPending && download.variables.query?.['format'] === format}
          onClick={() =>
            download.mutate({
              path: 'history/export',
              query: { ...query, format },
              fileName: `audit-history.${format}`,
            })
          }
        >
          {t(`export.${format}`)}
        </Button>
      ))}
    </Group>
  );
}
