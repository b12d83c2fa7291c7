import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useCanChange, useDivisionScope, useTenantMe } from '~/app/tenant';
import { DataTable, EmptyState, ErrorState, ListToolbar, ShowMore, useSort } from '~/ui';
import { sortAmong } from '../sort-among';
import { CheckResource } from './CheckResource';
import { resourceColumns } from './resource-columns';
import { t } from './texts';
import { Totals } from './Totals';

export type Resource = ReadAnswer<'/api/t/{tenant}/portfolio/resources'>['items'][number];
const states = ['open', 'due', 'kept', 'not-kept'] as const;
const sorts = ['due', 'account', 'moved', 'state', 'checkOn'] as const;

/** What was named in decisions against what moved. */
export function ResourcesTab() {
  const [state] = useAddressState('state');
  const [account, setAccount] = useAddressState('account');
  const [checking, setChecking] = useState<Resource>();
  const mayCheck = useCanChange('portfolio.recategorise');
  const { currency } = useTenantMe().tenant;
  const query = {
    state: states.find((one) => one === state),
    accountId: account || undefined,
    divisionId: useDivisionScope(),
  };
  const sort = sortAmong(sorts, useSort().text);
  const pages = usePages('/api/t/{tenant}/portfolio/resources', { query: { ...query, sort } });
  const { items, first, error, refetch, more, loadingMore } = pages;
  const downloads = useListDownload('portfolio/resources/export', 'resources', query);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Stack>
      {first && first.totals.length > 0 && <Totals totals={first.totals} currency={currency} />}
      <ListToolbar
        filters={[
          {
            param: 'state',
            label: t('state'),
            options: states.map((value) => ({ value, label: t(`resource.${value}`) })),
          },
        ]}
        count={first && t('count', { n: first.total })}
        {...downloads}
      >
        {account && (
          <Button variant="default" size="compact-sm" onClick={() => setAccount('')}>
            {t('ofAccount')} ×
          </Button>
        )}
      </ListToolbar>
      <DataTable
        caption={t('resources')}
        columns={resourceColumns(currency, mayCheck ? setChecking : undefined)}
        rows={items}
        rowKey={({ accountId, id }) => `${accountId}.${id}`}
        to={({ accountId }) => `portfolio/${accountId}?tab=categories`}
        empty={<EmptyState title={t('noResources')} text={t('noResourcesText')} />}
        sortedByApi
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
      {checking && <CheckResource resource={checking} onClose={() => setChecking(undefined)} />}
    </Stack>
  );
}
