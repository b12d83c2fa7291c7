import { Stack } from '@mantine/core';
import { useDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { DataTable, EmptyState, ErrorState, ListToolbar, ShowMore, usePeople, useSort } from '~/ui';
import { columns } from './account-columns';
import { standings } from './litmus';
import { t } from './texts';

const sorts = ['name', '-name', 'manager', '-manager', 'customer', '-customer', 'managerOn', '-managerOn'] as const;

const yesCounts = ['6', '5', '4', '3', '2', '1', '0'];

/** Which accounts qualify, and which are one answer short? */
export function AccountsTab() {
  const [q] = useAddressState('q');
  const [standing] = useAddressState('standing');
  const [leadId] = useAddressState('lead');
  const [due] = useAddressState('due');
  const [key] = useAddressState('key');
  const [customer] = useAddressState('customer');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('name');
  const people = usePeople();
  const download = useDownload();
  const filter = {
    q: q || undefined,
    standing: standings.find((one) => one === standing),
    leadId: leadId || undefined,
    due: due === 'true' ? ('true' as const) : undefined,
    key: key === 'true' || key === 'false' ? (key as 'true' | 'false') : undefined,
    customerYes: yesCounts.includes(customer) ? Number(customer) : undefined,
    divisionId,
  };
  const query = { ...filter, sort: sorts.find((one) => one === sort) };
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/litmus/accounts', { query });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Stack>
      <ListToolbar
        search={t('list.search')}
        filters={[
          {
            param: 'standing',
            label: t('filter.standing'),
            options: standings.map((value) => ({ value, label: t(`standing.${value}`) })),
          },
          { param: 'lead', label: t('column.lead'), options: [...people].map(([value, label]) => ({ value, label })) },
          {
            param: 'key',
            label: t('column.key'),
            options: [
              { value: 'true', label: t('keyYes') },
              { value: 'false', label: t('keyNo') },
            ],
          },
          {
            param: 'customer',
            label: t('filter.customer'),
            options: yesCounts.map((value) => ({ value, label: value })),
          },
          { param: 'due', label: t('column.due'), options: [{ value: 'true', label: t('dueYes') }] },
        ]}
        count={first && t('list.count', { n: first.total })}
        onCsv={() =>
          download.mutate({
            path: 'litmus/accounts/export',
            query: { ...query, customerYes: query.customerYes?.toString() },
            fileName: 'litmus-accounts.csv',
          })
        }
        csvLoading={download.isPending}
      />
      <DataTable
        caption={t('tab.accounts')}
        columns={columns}
        rows={items}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `audits/litmus/accounts/${accountId}`}
        defaultSort="name"
        sortedByApi
        empty={
          filtered ? (
            <EmptyState title={t('list.noneFound')} />
          ) : (
            <EmptyState
              title={t('list.none')}
              text={t('list.noneText')}
              action={<TenantLink to="portfolio">{t('list.toPortfolio')}</TenantLink>}
            />
          )
        }
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Stack>
  );
}
