import { Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope, useTenantMe } from '~/app/tenant';
import { number } from '~/i18n/format';
import {
  CategoryBadge,
  categoryText,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PersonName,
  ShowMore,
  useCategories,
  usePeople,
  useSort,
} from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { measureText, VerdictText } from '../account/category/Entitlement';
import classes from './Entitlement.module.css';
import { t } from './texts';

type Line = ReadAnswer<'/api/t/{tenant}/portfolio/entitlement'>['items'][number];
const states = ['under', 'over', 'as-entitled'] as const;
const sorts = ['name', '-name', 'under', '-under', 'over', '-over'] as const;
const shown = ['reviews', 'plan', 'sponsor', 'teamTime', 'investment', 'managerLoad'] as const;
/** Left out on a phone, and in two lines where there is little room. */
const wide: readonly Line['measures'][number]['id'][] = ['managerLoad', 'investment'];

const columns = (currency: string): Column<Line>[] => [
  { id: 'name', header: t('account'), value: ({ name }) => name },
  {
    id: 'category',
    header: t('category'),
    value: ({ category }) => categoryText(category),
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
  },
  { id: 'under', header: t('less'), value: ({ under }) => under, numeric: true },
  { id: 'over', header: t('more'), value: ({ over }) => over, numeric: true },
  ...shown.map((id): Column<Line> => ({
    id,
    header: t(`short.${id}`),
    value: ({ measures }) => measures.find((one) => one.id === id)?.received ?? null,
    cell: ({ measures }) => {
      const { entitled, received, verdict } = measures.find((one) => one.id === id)!;
      if (entitled === null) return measureText(id, received, currency);
      return (
        <>
          <span className={wide.includes(id) ? undefined : classes['pair']}>
            {measureText(id, received, currency)} / {measureText(id, entitled, currency)}
          </span>
          <br />
          {(verdict === 'under' || verdict === 'over') && <VerdictText verdict={verdict} />}
        </>
      );
    },
    sortable: false,
    hideOnPhone: wide.includes(id),
  })),
  {
    id: 'lead',
    header: t('lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('nobody')),
    sortable: false,
  },
];

/** Which accounts receive less of key account management than they are entitled to, and which more? */
export default function EntitlementPage() {
  const [q] = useAddressState('q');
  const [state] = useAddressState('state');
  const [category] = useAddressState('category');
  const [lead] = useAddressState('lead');
  const { text } = useSort('-under');
  const { order } = useCategories();
  const people = usePeople();
  const { currency } = useTenantMe().tenant;
  const query = {
    q: q || undefined,
    state: states.find((one) => one === state),
    category: category || undefined,
    leadId: lead || undefined,
    divisionId: useDivisionScope(),
    sort: sorts.find((one) => one === text),
  };
  const { items, first, error, refetch, more, loadingMore } = usePages('/api/t/{tenant}/portfolio/entitlement', {
    query,
  });
  const downloads = useListDownload('portfolio/entitlement/export', 'entitlement', query);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={first && t('answer', { under: number(first.under), over: number(first.over) })}
    >
      <ListToolbar
        search={t('search')}
        filters={[
          { param: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(value) })) },
          {
            param: 'category',
            label: t('category'),
            options: order.map((value) => ({ value, label: categoryText(value) })),
          },
          { param: 'lead', label: t('lead'), options: [...people].map(([value, label]) => ({ value, label })) },
        ]}
        count={first && t('count', { n: first.total })}
        {...downloads}
      />
      <Text size="sm" c="dimmed">
        {t('cells')}
      </Text>
      <DataTable
        caption={t('title')}
        columns={columns(currency)}
        rows={items}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `portfolio/${accountId}`}
        defaultSort="-under"
        sortedByApi
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Page>
  );
}
