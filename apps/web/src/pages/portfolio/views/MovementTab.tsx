import { Group, NativeSelect, TextInput, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { usePages } from '~/api/use-pages';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import {
  CategoryBadge,
  categoryText,
  ChartFrame,
  type Column,
  DataTable,
  ErrorState,
  PageSkeleton,
  ShowMore,
  useSort,
} from '~/ui';
import { Sankey } from '../rounds/Sankey';
import { sortAmong } from '../sort-among';
import { t } from './texts';

type Movement = ReadAnswer<'/api/t/{tenant}/portfolio/movement'>;
type Flow = Movement['flows'][number];
type Account = ReadAnswer<'/api/t/{tenant}/portfolio/movement/accounts'>['items'][number];
const clocks = ['effective', 'recorded'] as const;

/** What moved between two days, by business date or as the records said; each flow opens its accounts. */
export function MovementTab() {
  const [from, setFrom] = useAddressState('from');
  const [to, setTo] = useAddressState('to');
  const [chosen, choose] = useAddressState('clock', 'effective');
  const [before] = useAddressState('before');
  const [after] = useAddressState('after');
  const clock = clocks.find((one) => one === chosen) ?? 'effective';
  const query = { divisionId: useDivisionScope(), from: from || undefined, to: to || undefined, clock };
  const { data, error, refetch } = useRead('/api/t/{tenant}/portfolio/movement', { query });
  const { currency } = useTenantMe().tenant;
  const open = (flow: { from: string; to: string }) => {
    const address = { tab: 'movement', from, to, clock, before: flow.from, after: flow.to };
    return `portfolio/views?${new URLSearchParams(Object.entries(address).filter(([, value]) => value !== ''))}`;
  };
  return (
    <>
      <Group align="end" mb="md" data-screen-only>
        <TextInput
          type="date"
          label={t('from')}
          value={from || (data?.from ?? '')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={to || (data?.to ?? '')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('clock')}
          value={clock}
          onChange={(event) => choose(event.currentTarget.value)}
          data={clocks.map((value) => ({ value, label: t(value) }))}
        />
      </Group>
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton />}
      {!error && data && (
        <ChartFrame
          title={t('movement.title')}
          sentence={sentence(data)}
          columns={flowColumns(open, currency)}
          rows={data.flows}
          fileName="portfolio-movement"
        >
          <Sankey to={open} flows={data.flows} before={t('movement.before')} after={t('movement.after')} />
        </ChartFrame>
      )}
      {before && after && <Opened query={{ ...query, before, after }} currency={currency} />}
    </>
  );
}

function sentence({ from, to, flows }: Movement): string {
  const sum = (some: readonly Flow[]) => some.reduce((total, { accounts }) => total + accounts, 0);
  const moved = sum(flows.filter((flow) => flow.from !== flow.to));
  return t('movement.sentence', { n: number(moved), all: number(sum(flows)), from: day(from), to: day(to) });
}

const flowColumns = (open: (flow: Flow) => string, currency: string): Column<Flow>[] => [
  {
    id: 'from',
    header: t('movement.before'),
    value: ({ from }) => from,
    cell: (flow) => (
      <TenantLink to={open(flow)}>
        <CategoryBadge category={flow.from} />
      </TenantLink>
    ),
  },
  { id: 'to', header: t('movement.after'), value: ({ to }) => to, cell: ({ to }) => <CategoryBadge category={to} /> },
  { id: 'accounts', header: t('accounts'), value: ({ accounts }) => accounts, numeric: true },
  {
    id: 'spend',
    header: t('spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
  },
];

interface OpenedProps {
  query: {
    divisionId: string | undefined;
    from: string | undefined;
    to: string | undefined;
    clock: (typeof clocks)[number];
    before: string;
    after: string;
  };
  currency: string;
}

function Opened({ query, currency }: OpenedProps) {
  const sort = sortAmong(['name', 'spend'] as const, useSort('name').text);
  const pages = usePages('/api/t/{tenant}/portfolio/movement/accounts', { query: { ...query, sort } });
  const { items, first, more, loadingMore } = pages;
  if (!first) return null;
  const title = t('opened', { from: categoryText(query.before), to: categoryText(query.after) });
  const columns: Column<Account>[] = [
    { id: 'name', header: t('account'), value: ({ name }) => name },
    {
      id: 'spend',
      header: t('spend'),
      value: ({ spend }) => spend,
      cell: ({ spend }) => money(spend, currency),
      numeric: true,
    },
  ];
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mt="xl" mb="sm">
        {title}
      </Title>
      <DataTable
        caption={title}
        columns={columns}
        rows={items}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `portfolio/${accountId}?tab=categories`}
        defaultSort="name"
        sortedByApi
        footer={<ShowMore {...{ more, loadingMore }} />}
      />
    </section>
  );
}
