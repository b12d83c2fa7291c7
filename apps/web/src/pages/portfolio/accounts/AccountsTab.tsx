import { useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { useDivisionNames } from '~/app/use-divisions';
import { ColumnChooser, DataTable, EmptyState, ErrorState, ListToolbar, ShowMore, useChosenColumns } from '~/ui';
import { t as duplicates } from '../duplicates/texts';
import { t as importTexts } from '../import/texts';
import { t } from '../texts';
import { BulkBar } from './bulk/BulkBar';
import { accountListColumns, accountsPath, usualColumns } from './columns';
import { RegisterAccount } from './RegisterAccount';
import { useAccountFilters } from './use-account-filters';
import { useDefaultView } from './views/use-views';
import { ViewsMenu } from './views/ViewsMenu';

const nobody: ReadonlySet<string> = new Set();

/** Accounts: search, filter, sort, choose columns, keep as a view, change many, download, register. */
export function AccountsTab() {
  useDefaultView();
  const { filter, query, filters, filtered } = useAccountFilters();
  const pages = usePages(accountsPath, { query: { ...query, limit: 100 } });
  const { first, items, error, refetch, more, loadingMore } = pages;
  const downloads = useListDownload('accounts/export', 'accounts', query);
  const mayRegister = useCanChange('portfolio.register');
  const [registering, setRegistering] = useState(false);
  const [picked, setPicked] = useState(nobody);
  const { currency } = useTenantMe().tenant;
  const divisions = useDivisionNames();
  const all = useMemo(() => accountListColumns(currency, divisions), [currency, divisions]);
  const { columns, ids, choose } = useChosenColumns(all, usualColumns);

  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const register = mayRegister && (
    <>
      <TenantLink to="portfolio/duplicates">{duplicates('title')}</TenantLink>
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
          {...downloads}
        >
          {register}
          <ViewsMenu columns={ids} />
          <ColumnChooser all={all} ids={ids} onChoose={choose} />
        </ListToolbar>
      )}
      {mayRegister && picked.size > 0 && first && (
        <BulkBar picked={picked} filter={filter} total={first.total} onClear={() => setPicked(nobody)} />
      )}
      <DataTable
        caption={t('accounts')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        to={({ id }) => `portfolio/${id}`}
        selection={mayRegister ? { picked, onChange: setPicked } : undefined}
        defaultSort="name"
        sortedByApi
        empty={
          nothingYet ? (
            <EmptyState title={t('list.none')} text={t('list.noneText')} action={register} />
          ) : (
            <EmptyState title={t('list.noMatch')} text={t('list.noMatchText')} />
          )
        }
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
      {registering && <RegisterAccount onClose={() => setRegistering(false)} />}
    </Stack>
  );
}
