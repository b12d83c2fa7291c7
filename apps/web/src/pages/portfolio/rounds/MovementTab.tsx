import { useMemo } from 'react';
import { Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { CategoryBadge, ChartFrame, type Column, ErrorState, PageSkeleton } from '~/ui';
import classes from './Rounds.module.css';
import { Sankey } from './Sankey';
import { t } from './texts';
import type { Movement, Round } from './use-round';

type Flow = Movement['flows'][number];

/** What the round moves: ribbons between categories, and the capacity before and after. */
export function MovementTab({ round: { id } }: { round: Round }) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/rounds/{roundId}/movement', { path: { roundId: id } });
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => columnsFor(id, currency), [id, currency]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const sum = (flows: readonly Flow[]) => flows.reduce((total, { accounts }) => total + accounts, 0);
  const moved = sum(data.flows.filter(({ from, to }) => from !== to));
  return (
    <>
      <ChartFrame
        title={t('movement.title')}
        sentence={t('movement.sentence', { n: moved, all: sum(data.flows) })}
        columns={columns}
        rows={data.flows}
        fileName="round-movement"
      >
        <Sankey
          to={(flow) => accountsOf(id, flow)}
          flows={data.flows}
          before={t('movement.before')}
          after={t('movement.after')}
        />
      </ChartFrame>
      <Capacity {...data.capacity} />
    </>
  );
}

const accountsOf = (roundId: string, { from, to }: Pick<Flow, 'from' | 'to'>) =>
  `portfolio/rounds/${roundId}?from=${from}&to=${to}`;

const columnsFor = (roundId: string, currency: string): Column<Flow>[] => [
  {
    id: 'from',
    header: t('movement.from'),
    value: ({ from }) => from,
    cell: ({ from, to }) => (
      <TenantLink to={accountsOf(roundId, { from, to })}>
        <CategoryBadge category={from} />
      </TenantLink>
    ),
  },
  { id: 'to', header: t('movement.to'), value: ({ to }) => to, cell: ({ to }) => <CategoryBadge category={to} /> },
  { id: 'accounts', header: t('accounts'), value: ({ accounts }) => accounts, numeric: true },
  { id: 'pending', header: t('movement.pending'), value: ({ pending }) => pending, numeric: true },
  {
    id: 'spend',
    header: t('spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
  },
];

function Capacity({ capacity, before, proposed, suggested }: Movement['capacity']) {
  const levels = [
    { label: t('capacity.before'), value: before },
    { label: t('capacity.proposed'), value: proposed },
    { label: t('capacity.suggested'), value: suggested },
  ];
  const most = Math.max(capacity ?? 0, before, proposed, suggested, 1);
  return (
    <section aria-label={t('capacity.title')}>
      <Title order={2} size="h4" mt="xl">
        {t('capacity.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {capacity === null ? t('capacity.none') : t('capacity.limit', { capacity })}
      </Text>
      <div className={classes['capacity']}>
        {levels.map(({ label, value }) => {
          const over = capacity === null ? 0 : value - capacity;
          return (
            <div key={label} className={classes['level']}>
              <span>{label}</span>
              <b>
                {value} {over > 0 && `(${t('capacity.over', { n: over })})`}
              </b>
              <div className={classes['track']} aria-hidden="true">
                <span style={{ width: `${(100 * value) / most}%` }} data-over={over > 0 || undefined} />
                {capacity !== null && <i style={{ insetInlineStart: `${(100 * capacity) / most}%` }} />}
              </div>
            </div>
          );
        })}
      </div>
    </section>
  );
}
