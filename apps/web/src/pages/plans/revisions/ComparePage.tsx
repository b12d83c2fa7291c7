import { NativeSelect } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { moment } from '~/i18n/format';
import { EmptyState, ErrorState, Page, PageSkeleton } from '~/ui';
import { t } from '../texts';
import { Changes } from './Changes';
import classes from './Compare.module.css';

/** What changed between two revisions, in words and numbers? */
export default function ComparePage() {
  const { accountId = '' } = useParams();
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/plan/revisions', {
    path: { accountId },
  });
  const latest = data?.revisions[0]?.revision ?? 0;
  const [from, setFrom] = useAddressState('from', String(latest - 1));
  const [to, setTo] = useAddressState('to', String(latest));
  const compared = useRead(
    '/api/t/{tenant}/accounts/{accountId}/plan/compare',
    { path: { accountId }, query: { from: Number(from), to: Number(to) } },
    { enabled: latest > 1 },
  );
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const options = data.revisions.map(({ revision, revisedAt }) => ({
    value: String(revision),
    label: `${t('revisions.number', { n: revision })} · ${moment(revisedAt)}`,
  }));
  const n = compared.data?.changes.length;
  return (
    <Page
      title={t('compare.of', { name: data.accountName })}
      above={
        <>
          <TenantLink to={`plans/${accountId}`}>{t('plan.of', { name: data.accountName })}</TenantLink> ·{' '}
          <TenantLink to={`plans/${accountId}/revisions`}>{t('plan.revisions')}</TenantLink>
        </>
      }
      answer={n !== undefined && (n === 0 ? t('compare.same', { from, to }) : t('compare.answer', { n, from, to }))}
    >
      {latest < 2 ? (
        <EmptyState title={t('compare.one')} />
      ) : (
        <>
          <div className={classes['choice']} data-screen-only>
            <NativeSelect
              label={t('compare.from')}
              data={options}
              value={from}
              onChange={(e) => setFrom(e.target.value)}
            />
            <NativeSelect label={t('compare.to')} data={options} value={to} onChange={(e) => setTo(e.target.value)} />
          </div>
          {compared.error && <ErrorState problem={compared.error} onRetry={() => void compared.refetch()} />}
          {compared.data && <Changes comparison={compared.data} />}
        </>
      )}
    </Page>
  );
}
