import { useMemo, useState } from 'react';
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useCanChange, useTenantMe } from '~/app/tenant';
import {
  categoryText,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  ShowMore,
  useCategories,
  usePeople,
} from '~/ui';
import { roundAccountColumns } from './account-columns';
import { AssignDrawer } from './AssignDrawer';
import { MovesDrawer } from './MovesDrawer';
import { t } from './texts';
import { type Round, type RoundAccount, roundStates } from './use-round';

/** Every account of the round, what its scores suggest and what was decided; several can be decided together. */
export function AccountsTab({ round }: { round: Round }) {
  const people = usePeople();
  const { order } = useCategories();
  const [state] = useAddressState('state');
  const [scorerId] = useAddressState('scorer');
  const [from] = useAddressState('from');
  const [to] = useAddressState('to');
  const [q] = useAddressState('q');
  const query = {
    state: roundStates.find((one) => one === state),
    scorerId: scorerId || undefined,
    from: from || undefined,
    to: to || undefined,
    q: q || undefined,
  };
  const path = { roundId: round.id };
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/rounds/{roundId}/accounts', {
    path,
    query,
  });
  const download = useDownload();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const maySelect = useMaySelect(round);
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => {
    const [name, ...others] = roundAccountColumns(currency);
    if (!maySelect) return [name!, ...others];
    const toggle = (id: string) =>
      setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
    return [name!, checkbox(chosen, toggle), ...others];
  }, [currency, maySelect, chosen]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const category = order.map((value) => ({ value, label: categoryText(value) }));
  return (
    <>
      <ListToolbar
        search={t('search')}
        filters={[
          {
            param: 'state',
            label: t('filter.state'),
            options: roundStates.map((value) => ({ value, label: `${t(`at.${value}`)} (${round.counts[value]})` })),
          },
          {
            param: 'scorer',
            label: t('filter.scorer'),
            options: round.scorers.map(({ scorerId: value }) => ({ value, label: people.get(value) ?? value })),
          },
          { param: 'from', label: t('filter.from'), options: category },
          { param: 'to', label: t('filter.to'), options: category },
        ]}
        count={first && t('count', { n: first.total })}
        onCsv={() =>
          download.mutate({ path: `rounds/${round.id}/accounts/export`, query, fileName: `${round.name}.csv` })
        }
        csvLoading={download.isPending}
      />
      {maySelect && (
        <Selection
          round={round}
          chosen={[...chosen]}
          onAll={() => setChosen(new Set((items ?? []).map(({ id }) => id)))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <DataTable
        caption={t('tab.accounts')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `portfolio/rounds/${round.id}/score?account=${id}`}
        defaultSort=""
        sortedByApi
        empty={<EmptyState title={t('noAccounts')} text={t('noAccountsText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </>
  );
}

function useMaySelect({ state }: Round): boolean {
  const mayAssign = useCanChange('portfolio.round');
  const mayDecide = useCanChange('portfolio.recategorise');
  return state === 'open' && (mayAssign || mayDecide);
}

const checkbox = (chosen: ReadonlySet<string>, toggle: (id: string) => void): Column<RoundAccount> => ({
  id: 'select',
  header: '',
  value: ({ id }) => (chosen.has(id) ? 1 : 0),
  cell: ({ id, name }) => (
    <Checkbox aria-label={t('select', { name })} checked={chosen.has(id)} onChange={() => toggle(id)} />
  ),
  sortable: false,
});

interface SelectionProps {
  round: Round;
  chosen: string[];
  onAll: () => void;
  onDone: () => void;
}

function Selection({ round, chosen, onAll, onDone }: SelectionProps) {
  const [drawer, setDrawer] = useState<'assign' | 'accept' | 'refuse'>();
  const n = chosen.length;
  const drawerProps = { round, accountIds: chosen, onClose: () => setDrawer(undefined), onDone };
  return (
    <Group gap="xs" my="sm" data-screen-only>
      <Button size="compact-sm" variant="default" onClick={onAll}>
        {t('selectAll')}
      </Button>
      {n > 0 && (
        <>
          <Text size="sm" role="status">
            {t('selected', { n })}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setDrawer('assign')}>
            {t('assign')}
          </Button>
          <Button size="compact-sm" onClick={() => setDrawer('accept')}>
            {t('accept')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setDrawer('refuse')}>
            {t('refuse')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onDone}>
            {t('clear')}
          </Button>
        </>
      )}
      {drawer === 'assign' && <AssignDrawer {...drawerProps} />}
      {(drawer === 'accept' || drawer === 'refuse') && <MovesDrawer {...drawerProps} decision={drawer} />}
    </Group>
  );
}
