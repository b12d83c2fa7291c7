import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionScope } from '~/app/tenant';
import { CategoryBadge, type Column, DataTable, EmptyState, ErrorState, ListToolbar, Page, ShowMore } from '~/ui';
import { t as portfolio } from '../texts';
import { t } from './texts';

type Answer = ReadAnswer<'/api/t/{tenant}/accounts/duplicates'>;
type Pair = Answer['items'][number];

const signs = ['duns', 'vat', 'crmId', 'same-name', 'like-name', 'country'] as const;

const account = (of: 'one' | 'other'): Column<Pair> => ({
  id: of,
  header: t(of),
  value: (pair) => pair[of].name,
  cell: (pair) => (
    <>
      {pair[of].name} <CategoryBadge category={pair[of].category} /> {pair[of].code}
    </>
  ),
  sortable: false,
});

const columns: Column<Pair>[] = [
  account('one'),
  account('other'),
  {
    id: 'why',
    header: t('why'),
    value: ({ signs }) => signs.map((sign) => t(`sign.${sign}`)).join(', '),
    sortable: false,
  },
  {
    id: 'score',
    header: t('score'),
    value: ({ score }) => score,
    cell: ({ score }) => t('scored', { score }),
    numeric: true,
    sortable: false,
  },
];

/** Which accounts may be one customer, and why does it look so? */
export default function DuplicatesPage() {
  const [q] = useAddressState('q');
  const [chosen] = useAddressState('sign');
  const [ruledOut] = useAddressState('ruledOut');
  const query = {
    q: q || undefined,
    sign: signs.find((sign) => sign === chosen),
    ruledOut: ruledOut === 'only' ? ('only' as const) : undefined,
    divisionId: useDivisionScope(),
  };
  const pages = usePages('/api/t/{tenant}/accounts/duplicates', { query });
  const { items, first, error, refetch, more, loadingMore } = pages;
  const downloads = useListDownload('accounts/duplicates/export', 'duplicates', query);
  const filtered = Boolean(q || chosen || ruledOut);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('title')}
      above={<TenantLink to="portfolio">{portfolio('back')}</TenantLink>}
      answer={first && answer(first.total, ruledOut === 'only')}
    >
      <ListToolbar
        search={t('search')}
        filters={[
          { param: 'sign', label: t('sign'), options: signs.map((value) => ({ value, label: t(`sign.${value}`) })) },
          { param: 'ruledOut', label: t('ruledOut'), options: [{ value: 'only', label: t('ruledOut.only') }] },
        ]}
        {...downloads}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={items}
        rowKey={({ one, other }) => `${one.id} ${other.id}`}
        to={(pair) => addressOf(pair)}
        empty={
          <EmptyState
            title={t(filtered ? 'noneFiltered' : 'none')}
            text={t(filtered ? 'noneFilteredText' : 'noneText')}
          />
        }
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Page>
  );
}

function answer(total: number, ruledOut: boolean): string {
  if (ruledOut) return t('answer.ruledOut', { n: total });
  return total === 0 ? t('answer.none') : t('answer', { n: total });
}

/** The account with more at stake stays, unless the person says otherwise. */
function addressOf({ one, other }: Pair): string {
  const [goes, stays] = one.spend > other.spend ? [other, one] : [one, other];
  return `portfolio/${goes.id}/merge?into=${stays.id}`;
}
