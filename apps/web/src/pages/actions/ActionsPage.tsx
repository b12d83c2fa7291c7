import { useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useCanChange, useDivisionScope, useTenantMe } from '~/app/tenant';
import { useDivisionNames } from '~/app/use-divisions';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import {
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PersonName,
  ShowMore,
  useSort,
} from '~/ui';
import { actionStates, type ProgrammeAction, sourceKinds } from './action';
import classes from './ActionsPage.module.css';
import { RaiseAction } from './RaiseAction';
import { SourceLink, sourceText } from './SourceLink';
import { StateMark } from './StateMark';
import { t } from './texts';

const states = ['unfinished', ...actionStates] as const;
const sorts = ['dueOn', '-dueOn', 'title', '-title', 'stateSince', '-stateSince'] as const;

/** What do we do about it, who, by when? */
export default function ActionsPage() {
  const { person } = useTenantMe();
  const filter = useFilter();
  const { text } = useSort('dueOn');
  const sort = sorts.find((one) => one === text);
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/actions', {
    query: { ...filter, sort },
  });
  const download = useDownload();
  const [raising, setRaising] = useState(false);
  const mayRaise = useCanChange('assessment.act');
  const divisions = useDivisionNames();
  const columns = useMemo(() => columnsFor(divisions), [divisions]);
  const raise = mayRaise && <Button onClick={() => setRaising(true)}>{t('raise.title')}</Button>;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const left = first && first.counts.open + first.counts.underWay;
  return (
    <Page
      title={t('title')}
      section={<AssessmentNav />}
      answer={first && (left ? t('answer', { n: left, overdue: first.counts.overdue }) : t('answerNone'))}
      actions={raise}
    >
      <Stack>
        <ListToolbar
          search={t('search')}
          filters={[
            {
              param: 'state',
              label: t('column.state'),
              options: states.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            { param: 'overdue', label: t('filter.overdue'), options: [{ value: 'true', label: t('overdueYes') }] },
            { param: 'owner', label: t('mine'), options: [{ value: person.id, label: t('mineYes') }] },
            {
              param: 'source',
              label: t('column.source'),
              options: sourceKinds.map((value) => ({ value, label: t(`source.${value}`) })),
            },
          ]}
          count={first && t('count', { n: first.total })}
          onCsv={() =>
            download.mutate({ path: 'actions/export', query: { ...filter, sort }, fileName: 'programme-actions.csv' })
          }
          csvLoading={download.isPending}
        />
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          to={({ id }) => `audits/actions/${id}`}
          defaultSort="dueOn"
          sortedByApi
          footer={<ShowMore more={more} loadingMore={loadingMore} />}
          empty={
            filtered ? (
              <EmptyState title={t('noneFound')} />
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} action={raise} />
            )
          }
        />
      </Stack>
      {raising && <RaiseAction source={{ kind: 'own' }} onClose={() => setRaising(false)} />}
    </Page>
  );
}

/** What the address says. */
function useFilter() {
  const [q] = useAddressState('q');
  const [state] = useAddressState('state');
  const [overdue] = useAddressState('overdue');
  const [ownerId] = useAddressState('owner');
  const [source] = useAddressState('source');
  const [sourceId] = useAddressState('from');
  return {
    q: q || undefined,
    state: states.find((one) => one === state),
    overdue: overdue === 'true' ? ('true' as const) : undefined,
    ownerId: ownerId || undefined,
    source: sourceKinds.find((one) => one === source),
    sourceId: sourceId || undefined,
    divisionId: useDivisionScope(),
  };
}

const columnsFor = (divisions: ReadonlyMap<string, string>): Column<ProgrammeAction>[] => [
  { id: 'title', header: t('column.title'), value: ({ title }) => title },
  {
    id: 'owner',
    header: t('column.owner'),
    value: ({ ownerId }) => ownerId,
    cell: ({ ownerId }) => <PersonName id={ownerId} />,
    sortable: false,
  },
  {
    id: 'dueOn',
    header: t('column.dueOn'),
    value: ({ dueOn }) => dueOn,
    cell: ({ dueOn }) => (
      <span className={classes['whole']}>
        <Day on={dueOn} />
      </span>
    ),
  },
  {
    id: 'stateSince',
    header: t('column.state'),
    value: ({ state }) => t(`state.${state}`),
    cell: (action) => <StateMark action={action} />,
  },
  {
    id: 'source',
    header: t('column.source'),
    value: ({ source }) => sourceText(source),
    cell: ({ source }) => (
      <span className={classes['whole']}>
        <SourceLink source={source} />
      </span>
    ),
    sortable: false,
  },
  {
    id: 'division',
    header: t('column.division'),
    value: ({ divisionId }) => (divisionId ? divisions.get(divisionId) : null),
    sortable: false,
    hideOnPhone: true,
  },
];
