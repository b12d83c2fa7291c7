import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { day } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState, ErrorState, Page, PageSkeleton, PersonName } from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { OpenRound } from './OpenRound';
import { t } from './texts';
import { type RoundLine, settledOf } from './use-round';

const columns: Column<RoundLine>[] = [
  { id: 'name', header: t('name'), value: ({ name }) => name },
  { id: 'state', header: t('state'), value: ({ state }) => t(`state.${state}`) },
  { id: 'dueOn', header: t('due'), value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => <Day on={dueOn} /> },
  { id: 'accounts', header: t('accounts'), value: ({ counts }) => counts.accounts, numeric: true },
  { id: 'settled', header: t('settled'), value: settledOf, numeric: true },
  { id: 'move', header: t('toDecide'), value: ({ counts }) => counts.move, numeric: true },
  { id: 'accepted', header: t('accepted'), value: ({ counts }) => counts.accepted, numeric: true },
  { id: 'refused', header: t('refused'), value: ({ counts }) => counts.refused, numeric: true },
  {
    id: 'openedBy',
    header: t('openedBy'),
    value: ({ openedBy }) => openedBy,
    cell: ({ openedBy }) => <PersonName id={openedBy} />,
    sortable: false,
  },
];

/** Which rounds were there, and how far is the one that is open? */
export default function RoundsPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/rounds');
  const mayOpen = useCanChange('portfolio.round');
  const [opening, setOpening] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const open = data.items.find(({ state }) => state === 'open');
  const action = mayOpen && !open && <Button onClick={() => setOpening(true)}>{t('open')}</Button>;
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={open ? t('answer', { n: 1, name: open.name, day: day(open.dueOn) }) : t('answer.none')}
      actions={action}
    >
      <Text c="dimmed" size="sm" mb="md">
        {t('lead')}
      </Text>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        to={({ id }) => `portfolio/rounds/${id}`}
        defaultSort="-dueOn"
        empty={<EmptyState title={t('none')} text={t('noneText')} action={action} />}
      />
      {opening && <OpenRound onClose={() => setOpening(false)} />}
    </Page>
  );
}
