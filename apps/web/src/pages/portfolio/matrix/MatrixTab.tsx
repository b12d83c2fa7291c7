import { useMemo } from 'react';
import { List, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { ChartFrame, type Column, DataTable, EmptyState, ErrorState, PageSkeleton } from '~/ui';
import { positionColumns } from '../position-columns';
import { t } from '../texts';
import { differs, Matrix, type MatrixPoint } from './Matrix';

/** Where the accounts stand, and where the decision and the scores differ. */
export function MatrixTab() {
  const divisionId = useDivisionScope();
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/portfolio/matrix',
    { query: { divisionId } },
    { keepPrevious: true },
  );
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => columnsFor(currency), [currency]);
  const linked = useMemo(() => [linkedName, ...columns.slice(1)], [columns]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { points, unscored } = data;
  if (points.length === 0) return <EmptyState title={t('matrix.none')} text={t('matrix.noneText')} />;
  const different = points.filter(differs);
  return (
    <Stack gap="xl">
      <ChartFrame
        title={t('matrix.title')}
        sentence={t('matrix.sentence', { n: points.length, differ: different.length })}
        columns={linked}
        rows={[...points].sort((one, other) => other.spend - one.spend)}
        fileName="portfolio-matrix"
      >
        <Matrix points={points} />
      </ChartFrame>
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
      {unscored.length > 0 && (
        <Stack gap="xs" component="section" aria-label={t('matrix.unscored')}>
          <Title order={2} size="h4">
            {t('matrix.unscored')} ({unscored.length})
          </Title>
          <List size="sm" spacing={8}>
            {unscored.map(({ id, name }) => (
              <List.Item key={id}>
                <TenantLink to={`portfolio/${id}?tab=scores`}>{name}</TenantLink>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
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
