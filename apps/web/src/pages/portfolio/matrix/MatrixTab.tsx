import { useMemo } from 'react';
import { List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useAddressState } from '~/app/address-state';
import { useTenantMe } from '~/app/tenant';
import { number } from '~/i18n/format';
import {
  ChartFrame,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  PageSkeleton,
  ShowMore,
  useParts,
} from '~/ui';
import { useAccountFilters } from '../accounts/use-account-filters';
import { positionColumns } from '../position-columns';
import { t } from '../texts';
import { Matrix } from './Matrix';
import { type Aim, differs, type MatrixPoint, sizes } from './points';
import { WhatIf } from './WhatIf';

/** Where the accounts stand, and where the decision and the scores differ. */
export function MatrixTab() {
  const { filter, filters, filtered } = useAccountFilters();
  const { size, setSize, aim, setAim } = useMatrixState();
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/portfolio/matrix',
    { query: filter },
    { keepPrevious: true },
  );
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => columnsFor(currency), [currency]);
  const linked = useMemo(() => [linkedName, ...columns.slice(1)], [columns]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { points, unscored } = data;
  if (points.length === 0 && !filtered) return <EmptyState title={t('matrix.none')} text={t('matrix.noneText')} />;
  const different = points.filter(differs);
  return (
    <Stack gap="xl">
      <ListToolbar search={t('list.search')} filters={filters} count={t('matrix.count', { n: points.length })}>
        <SegmentedControl
          size="xs"
          aria-label={t('matrix.sizedBy')}
          value={size}
          onChange={setSize}
          data={sizes.map((value) => ({ value, label: t(`matrix.by.${value}`) }))}
        />
      </ListToolbar>
      <ChartFrame
        title={t('matrix.title')}
        sentence={t('matrix.sentence', { n: points.length, differ: different.length })}
        columns={linked}
        rows={[...points].sort((one, other) => other.spend - one.spend)}
        fileName="portfolio-matrix"
      >
        <Matrix points={points} size={size} onAim={setAim} />
      </ChartFrame>
      <WhatIf points={points} aim={aim} onAim={setAim} />
      {different.length > 0 && (
        <Stack gap="xs" component="section" aria-label={t('matrix.differ')}>
          <Title order={2} size="h4">
            {t('matrix.differ')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('matrix.differText')}
          </Text>
          <DataTable
            caption={t('matrix.differ')}
            columns={columns}
            rows={different}
            rowKey={({ id }) => id}
            to={({ id }) => `portfolio/${id}`}
            defaultSort="-spend"
          />
        </Stack>
      )}
      {unscored.length > 0 && <Unscored accounts={unscored} />}
    </Stack>
  );
}

/** Those that have no place yet. */
function Unscored({ accounts }: { accounts: readonly { id: string; name: string }[] }) {
  const { shown, more } = useParts(accounts, 50);
  return (
    <Stack gap="xs" component="section" aria-label={t('matrix.unscored')}>
      <Title order={2} size="h4">
        {t('matrix.unscored')} ({number(accounts.length)})
      </Title>
      <List size="sm" spacing={8}>
        {shown.map(({ id, name }) => (
          <List.Item key={id}>
            <TenantLink to={`portfolio/${id}?tab=scores`}>{name}</TenantLink>
          </List.Item>
        ))}
      </List>
      <ShowMore more={more} loadingMore={false} />
    </Stack>
  );
}

/** What the bubbles are sized by, and where one was dragged to, in the address like the filters. */
function useMatrixState() {
  const [sized, setSize] = useAddressState('size', 'spend');
  const [aimed, setAimed] = useAddressState('aim');
  const [accountId, attractiveness, standing] = aimed.split('~');
  const aim: Aim | undefined =
    accountId && standing !== undefined
      ? { accountId, attractiveness: Number(attractiveness), standing: Number(standing) }
      : undefined;
  return {
    size: sizes.find((one) => one === sized) ?? 'spend',
    setSize,
    aim,
    setAim: (to: Aim | undefined) => setAimed(to ? `${to.accountId}~${to.attractiveness}~${to.standing}` : ''),
  };
}

/** The chart's table opens accounts too. */
const linkedName: Column<MatrixPoint> = {
  id: 'name',
  header: t('account.name'),
  value: ({ name }) => name,
  cell: ({ id, name }) => <TenantLink to={`portfolio/${id}`}>{name}</TenantLink>,
};

const columnsFor = (currency: string): Column<MatrixPoint>[] => [
  { id: 'name', header: t('account.name'), value: ({ name }) => name },
  ...positionColumns(currency),
];
