import { useMemo } from 'react';
import { useListDownload } from '~/api/use-download';
import type { ReadAnswer, ReadInput } from '~/api/types';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import {
  CategoryBadge,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PersonName,
  ShowMore,
  usePeople,
  useSort,
} from '~/ui';
import { PlanState } from '../PlanState';
import { t } from '../texts';

type PlanLine = ReadAnswer<'/api/t/{tenant}/plans'>['items'][number];
type PlanQuery = NonNullable<ReadInput<'/api/t/{tenant}/plans'>['query']>;

/** Are we on our account plans? */
export default function PlansPage() {
  const { query, filters, filtered } = useFilters();
  const { first, items, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/plans', {
    query: { ...query, limit: 100 },
  });
  const downloads = useListDownload('plans/export', 'plans', query);
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => columnsFor(currency), [currency]);
  const nothingYet = first?.total === 0 && !filtered;
  return (
    <Page title={t('title')} answer={<Answer />}>
      {!nothingYet && !error && (
        <ListToolbar
          search={t('list.search')}
          filters={filters}
          count={first && t('list.count', { n: first.total })}
          {...downloads}
        />
      )}
      {error ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          caption={t('list.caption')}
          columns={columns}
          rows={items}
          rowKey={({ accountId }) => accountId}
          to={({ accountId }) => `plans/${accountId}`}
          defaultSort="name"
          sortedByApi
          empty={
            nothingYet ? (
              <EmptyState
                title={t('list.none')}
                text={t('list.noneText')}
                action={<TenantLink to="portfolio">{t('list.toPortfolio')}</TenantLink>}
              />
            ) : (
              <EmptyState title={t('list.noMatch')} text={t('list.noMatchText')} />
            )
          }
          footer={<ShowMore more={more} loadingMore={loadingMore} />}
        />
      )}
    </Page>
  );
}

function Answer() {
  const { data } = useRead('/api/t/{tenant}/plans/summary');
  if (!data) return null;
  const { live, stale, none, overdueActions, reviewDays } = data;
  if (live + stale + none === 0) return null;
  return (
    <>
      {t('answer', { live, stale, none, all: live + stale + none })}{' '}
      {overdueActions > 0 && t('answer.overdue', { n: overdueActions })} {t('answer.live', { days: reviewDays })}
    </>
  );
}

function useFilters() {
  const [q] = useAddressState('q');
  const [state] = useAddressState('state');
  const [leadId] = useAddressState('lead');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('name');
  const people = usePeople();
  const query = {
    q: q || undefined,
    state: (state || undefined) as PlanQuery['state'],
    leadId: leadId || undefined,
    divisionId,
    sort: sort as PlanQuery['sort'],
  };
  const states = ['live', 'stale', 'none'] as const;
  const filters = [
    { param: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(`state.${value}`) })) },
    { param: 'lead', label: t('lead'), options: [...people].map(([value, label]) => ({ value, label })) },
  ];
  return { query, filters, filtered: Boolean(q || state || leadId || divisionId) };
}

const columnsFor = (currency: string): Column<PlanLine>[] => [
  { id: 'name', header: t('account'), value: ({ name }) => name },
  {
    id: 'state',
    header: t('state'),
    value: ({ state }) => state,
    cell: ({ state }) => <PlanState state={state} />,
    sortable: false,
  },
  {
    id: 'category',
    header: t('category'),
    value: ({ category }) => category,
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
    hideOnPhone: true,
  },
  {
    id: 'lead',
    header: t('lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('nobody')),
    sortable: false,
  },
  {
    id: 'touchedOn',
    header: t('touched'),
    value: ({ touchedOn }) => touchedOn,
    cell: ({ touchedOn }) => (touchedOn ? <Day on={touchedOn} /> : '–'),
  },
  {
    id: 'openActions',
    header: t('openActions'),
    value: ({ state, openActions }) => (state === 'none' ? null : openActions),
    numeric: true,
    sortable: false,
    hideOnPhone: true,
  },
  {
    id: 'overdueActions',
    header: t('overdue'),
    value: ({ state, overdueActions }) => (state === 'none' ? null : overdueActions),
    cell: ({ state, overdueActions }) => (state === 'none' ? '–' : overdueActions > 0 ? <b>{overdueActions}</b> : 0),
    numeric: true,
  },
  {
    id: 'forecastRevenue',
    header: t('forecast'),
    value: ({ forecastRevenue }) => forecastRevenue,
    cell: ({ forecastRevenue }) => (forecastRevenue === null ? '–' : money(forecastRevenue, currency)),
    numeric: true,
  },
];
