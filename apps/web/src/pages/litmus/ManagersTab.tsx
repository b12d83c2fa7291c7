import { useMemo } from 'react';
import { Stack } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope } from '~/app/tenant';
import { number } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState, ErrorState, ListToolbar, usePeople } from '~/ui';
import { type Manager, standings } from './litmus';
import { StandingMark } from './marks';
import { t } from './texts';

/** Which managers qualify, by the mean over their key accounts? */
export function ManagersTab({ gate }: { gate: number }) {
  const [standing] = useAddressState('standing');
  const query = { divisionId: useDivisionScope(), standing: standings.find((one) => one === standing) };
  const { data, error, refetch } = useRead('/api/t/{tenant}/litmus/managers', { query }, { keepPrevious: true });
  const people = usePeople();
  const columns = useMemo(() => columnsFor(people, gate), [people, gate]);
  const download = useDownload();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Stack>
      <ListToolbar
        filters={[
          {
            param: 'standing',
            label: t('filter.standing'),
            options: standings.map((value) => ({ value, label: t(`standing.${value}`) })),
          },
        ]}
        count={data && t('managers.count', { n: data.items.length })}
        onCsv={() => download.mutate({ path: 'litmus/managers/export', query, fileName: 'litmus-managers.csv' })}
        csvLoading={download.isPending}
      />
      <DataTable
        caption={t('managers.caption')}
        columns={columns}
        rows={data?.items}
        rowKey={({ personId }) => personId}
        to={({ personId }) => `audits/litmus/managers/${personId}`}
        defaultSort="name"
        empty={<EmptyState title={t('managers.none')} text={t('managers.noneText')} />}
      />
    </Stack>
  );
}

const columnsFor = (people: ReadonlyMap<string, string>, gate: number): Column<Manager>[] => [
  { id: 'name', header: t('column.lead'), value: ({ personId }) => people.get(personId) ?? personId },
  {
    id: 'standing',
    header: t('column.standing'),
    value: ({ standing }) => standings.indexOf(standing),
    cell: ({ standing }) => <StandingMark standing={standing} />,
  },
  {
    id: 'mean',
    header: t('column.mean'),
    value: ({ mean }) => mean,
    cell: ({ mean }) => (mean === null ? '–' : mean >= gate ? <b>{number(mean)}</b> : number(mean)),
    numeric: true,
  },
  {
    id: 'answered',
    header: t('column.answered'),
    value: ({ answered }) => answered,
    cell: ({ answered, unanswered }) => t('figure.of', { value: answered, all: answered + unanswered }),
    numeric: true,
  },
  {
    id: 'oldest',
    header: t('column.oldest'),
    value: ({ oldestOn }) => oldestOn,
    cell: ({ oldestOn }) => (oldestOn ? <Day on={oldestOn} /> : '–'),
  },
];
