import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { type Column, DataTable, Day, EmptyState, ErrorState, Moment, Page, PersonName } from '~/ui';
import { TenantButton } from '../TenantButton';
import { t } from '../texts';

type Revisions = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/plan/revisions'>;
type Revision = Revisions['revisions'][number];
type Review = Revisions['reviews'][number];

/** How did the plan come to be what it is? */
export default function RevisionsPage() {
  const { accountId = '' } = useParams();
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/plan/revisions', {
    path: { accountId },
  });
  const columns = useMemo(() => columnsFor(accountId), [accountId]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const latest = data?.revisions[0]?.revision ?? 0;
  return (
    <Page
      title={t('revisions.of', { name: data?.accountName ?? '…' })}
      above={<TenantLink to={`plans/${accountId}`}>{t('plan.of', { name: data?.accountName ?? '…' })}</TenantLink>}
      answer={latest > 0 && t('revisions.answer', { n: latest })}
      subject={{ type: 'plan', id: accountId }}
      actions={
        latest > 1 && (
          <TenantButton to={`plans/${accountId}/compare?from=${latest - 1}&to=${latest}`} variant="filled">
            {t('revisions.compare')}
          </TenantButton>
        )
      }
    >
      <DataTable
        caption={t('revisions.caption')}
        columns={columns}
        rows={data?.revisions}
        rowKey={({ revision }) => String(revision)}
        to={({ revision }) => `plans/${accountId}/revisions/${revision}`}
        defaultSort="-revision"
        empty={<EmptyState title={t('plan.none')} text={t('plan.noneText')} />}
      />
      {data && latest > 0 && (
        <section aria-label={t('revisions.reviews')}>
          <h2>{t('revisions.reviews')}</h2>
          <DataTable
            caption={t('revisions.reviews')}
            columns={reviewColumns}
            rows={data.reviews}
            rowKey={(review) => JSON.stringify(review)}
            empty={<p>{t('revisions.noReviews')}</p>}
          />
        </section>
      )}
    </Page>
  );
}

const columnsFor = (accountId: string): Column<Revision>[] => [
  {
    id: 'revision',
    header: t('revisions.revision'),
    value: ({ revision }) => revision,
    cell: ({ revision }) => t('revisions.number', { n: revision }),
  },
  {
    id: 'revisedAt',
    header: t('revisions.when'),
    value: ({ revisedAt }) => revisedAt,
    cell: ({ revisedAt }) => <Moment at={revisedAt} />,
  },
  {
    id: 'revisedBy',
    header: t('revisions.who'),
    value: ({ revisedBy }) => revisedBy,
    cell: ({ revisedBy }) => <PersonName id={revisedBy} />,
    sortable: false,
  },
  { id: 'reason', header: t('revisions.why'), value: ({ reason }) => reason || null, sortable: false },
  {
    id: 'changes',
    header: t('revisions.changes'),
    value: ({ changes }) => changes,
    cell: ({ revision, changes }) =>
      revision === 1 ? (
        t('revisions.first')
      ) : (
        <TenantLink to={`plans/${accountId}/compare?from=${revision - 1}&to=${revision}`}>{changes}</TenantLink>
      ),
    numeric: true,
  },
];

const reviewColumns: Column<Review>[] = [
  {
    id: 'reviewedOn',
    header: t('revisions.reviewedOn'),
    value: ({ reviewedOn }) => reviewedOn,
    cell: ({ reviewedOn }) => <Day on={reviewedOn} />,
    sortable: false,
  },
  {
    id: 'reviewedBy',
    header: t('revisions.who'),
    value: ({ reviewedBy }) => reviewedBy,
    cell: ({ reviewedBy }) => <PersonName id={reviewedBy} />,
    sortable: false,
  },
  {
    id: 'reviewed',
    header: t('revisions.reviewed'),
    value: ({ revision }) => revision,
    numeric: true,
    sortable: false,
  },
  { id: 'note', header: t('review.note'), value: ({ note }) => note || null, sortable: false },
];
