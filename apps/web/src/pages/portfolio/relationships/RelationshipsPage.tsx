import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { usePages } from '~/api/use-pages';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope } from '~/app/tenant';
import { day } from '~/i18n/format';
import {
  CategoryBadge,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  ListToolbar,
  Page,
  PersonName,
  ShowMore,
} from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { t } from './texts';

type Answer = ReadAnswer<'/api/t/{tenant}/portfolio/relationships'>;
type Finding = Answer['items'][number];

const kinds = ['single-ours', 'single-theirs', 'gap', 'keep-until'] as const;

const columns: Column<Finding>[] = [
  { id: 'account', header: t('account'), value: ({ name }) => name, sortable: false },
  { id: 'kind', header: t('kind'), value: ({ kind }) => t(`kind.${kind}`), sortable: false },
  {
    id: 'who',
    header: t('who'),
    value: ({ contactName }) => contactName,
    cell: ({ personId, contactName }) => (personId ? <PersonName id={personId} /> : (contactName ?? t('erased'))),
    sortable: false,
  },
  { id: 'detail', header: t('detail'), value: detail, sortable: false },
  {
    id: 'category',
    header: t('category'),
    value: ({ category }) => category,
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
  },
  {
    id: 'lead',
    header: t('lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : t('nobody')),
    sortable: false,
  },
];

/** At which customers does all hang on one person, and who with a say there is known to nobody of ours? */
export default function RelationshipsPage() {
  const [q] = useAddressState('q');
  const [chosen] = useAddressState('kind');
  const query = {
    q: q || undefined,
    kind: kinds.find((kind) => kind === chosen),
    divisionId: useDivisionScope(),
  };
  const pages = usePages('/api/t/{tenant}/portfolio/relationships', { query });
  const { items, first, error, refetch, more, loadingMore } = pages;
  const downloads = useListDownload('portfolio/relationships/export', 'relationships', query);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('title')} section={<PortfolioNav />} answer={first && answer(first)}>
      <ListToolbar
        search={t('search')}
        filters={[
          { param: 'kind', label: t('kind'), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) },
        ]}
        {...downloads}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={items}
        rowKey={({ accountId, kind, contactId }) => `${accountId} ${kind} ${contactId ?? ''}`}
        to={({ accountId, kind }) =>
          `portfolio/${accountId}?tab=${kind === 'keep-until' ? 'contacts' : 'relationships'}`
        }
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        footer={<ShowMore more={more} loadingMore={loadingMore} />}
      />
    </Page>
  );
}

function answer({ counts }: Answer): string {
  const { 'single-ours': ours, 'single-theirs': theirs, gap, 'keep-until': due } = counts;
  const said = [
    ours > 0 && t('answer', { n: ours }),
    theirs > 0 && t('answerTheirs', { n: theirs }),
    gap > 0 && t('answerGap', { n: gap }),
    ours + theirs + gap === 0 && t('answerNone'),
    due > 0 && t('answerDue', { n: due }),
  ];
  return said.filter(Boolean).join(' ');
}

function detail({ kind, contacts, level, keepUntil }: Finding): string {
  if (kind === 'single-ours') return t('detail.contacts', { n: contacts });
  if (kind === 'single-theirs') return t('detail.only');
  if (kind === 'keep-until') return keepUntil ? t('detail.due', { day: day(keepUntil) }) : '';
  return level ? t(`level.${level}`) : '';
}
