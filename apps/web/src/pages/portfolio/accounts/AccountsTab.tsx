import { useMemo, useState } from 'react';
import { Button, Center, Stack } from '@mantine/core';
import type { ReadAnswer, ReadInput } from '~/api/types';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { TenantLink } from '~/app/TenantLink';
import { useAddressState } from '~/app/address-state';
import { useCanChange, useDivisionScope, useTenantMe } from '~/app/tenant';
import { categories } from '~/theme/tones';
import {
  categoryText,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  PersonName,
  usePeople,
  useSort,
} from '~/ui';
import { t as importTexts } from '../import/texts';
import { RegisterAccount } from './RegisterAccount';
import { positionColumns } from '../position-columns';
import { t } from '../texts';

const path = '/api/t/{tenant}/accounts';
type AccountLine = ReadAnswer<typeof path>['items'][number];
type AccountQuery = NonNullable<ReadInput<typeof path>['query']>;

/** Accounts: search, filter, sort, download, register. */
export function AccountsTab() {
  const { query, filters, filtered } = useFilters();
  const { first, items, error, refetch, more, loadingMore } = usePages(path, { query: { ...query, limit: 100 } });
  const download = useDownload();
  const mayRegister = useCanChange('portfolio.register');
  const [registering, setRegistering] = useState(false);
  const { currency } = useTenantMe().tenant;
  const columns = useMemo(() => columnsFor(currency), [currency]);

  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const register = mayRegister && (
    <>
      <TenantLink to="portfolio/import">{importTexts('open')}</TenantLink>
      <Button onClick={() => setRegistering(true)}>{t('register.open')}</Button>
    </>
  );
  const nothingYet = first?.total === 0 && !filtered;
  return (
    <Stack>
      {!nothingYet && (
        <ListToolbar
          search={t('list.search')}
          filters={filters}
          count={first && t('list.count', { n: first.total })}
          onCsv={() => download.mutate({ path: 'accounts/export', query, fileName: 'accounts.csv' })}
          onXlsx={() =>
            download.mutate({ path: 'accounts/export', query: { ...query, format: 'xlsx' }, fileName: 'accounts.xlsx' })
          }
          csvLoading={download.isPending}
        >
          {register}
        </ListToolbar>
      )}
      <DataTable
        caption={t('accounts')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `portfolio/${id}`}
        defaultSort="name"
        sortedByApi
        empty={
          nothingYet ? (
            <EmptyState title={t('list.none')} text={t('list.noneText')} action={register} />
          ) : (
            <EmptyState title={t('list.noMatch')} text={t('list.noMatchText')} />
          )
        }
        footer={
          more && (
            <Center p="sm">
              <Button variant="default" loading={loadingMore} onClick={more}>
                {t('list.more')}
              </Button>
            </Center>
          )
        }
      />
      {registering && <RegisterAccount onClose={() => setRegistering(false)} />}
    </Stack>
  );
}

function useFilters() {
  const [q] = useAddressState('q');
  const [category] = useAddressState('category');
  const [leadId] = useAddressState('lead');
  const [archived] = useAddressState('archived');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('name');
  const people = usePeople();
  const query = {
    q: q || undefined,
    category: category || undefined,
    leadId: leadId || undefined,
    divisionId,
    archived: (archived || undefined) as AccountQuery['archived'],
    sort: sort as AccountQuery['sort'],
  };
  const leads = [...people].map(([value, label]) => ({ value, label }));
  const filters = [
    {
      param: 'category',
      label: t('account.category'),
      options: categories.map((value) => ({ value, label: categoryText(value) })),
    },
    { param: 'lead', label: t('account.lead'), options: leads },
    {
      param: 'archived',
      label: t('list.archived'),
      options: [
        { value: 'only', label: t('list.archivedOnly') },
        { value: 'with', label: t('list.archivedWith') },
      ],
    },
  ];
  return { query, filters, filtered: Boolean(q || category || leadId || archived || divisionId) };
}

const columnsFor = (currency: string): Column<AccountLine>[] => [
  {
    id: 'name',
    header: t('account.name'),
    value: ({ name }) => name,
    cell: ({ name, archivedAt }) => (archivedAt ? t('list.archivedName', { name }) : name),
  },
  { id: 'code', header: t('account.code'), value: ({ code }) => code, hideOnPhone: true },
  ...positionColumns(currency),
  {
    id: 'lead',
    header: t('account.lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('account.nobody')),
    sortable: false,
  },
];
