import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { t as frame } from '~/i18n';
import { moment } from '~/i18n/format';
import { ErrorState, Page, PageSkeleton, usePeople } from '~/ui';
import { PlanDocument } from '../document/PlanDocument';
import { TenantButton } from '../TenantButton';
import { t } from '../texts';

/** The plan as one revision had it. */
export default function RevisionPage() {
  const { accountId = '', revision = '' } = useParams();
  const people = usePeople();
  const { data: plan } = useRead('/api/t/{tenant}/accounts/{accountId}/plan', { path: { accountId } });
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/plan/revisions/{revision}', {
    path: { accountId, revision },
  });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const n = data.revision;
  const present = plan?.current?.revision;
  const compare = (from: number, to: number) => `plans/${accountId}/compare?from=${from}&to=${to}`;
  const person = people.get(data.revisedBy) ?? frame('person.unknown');
  return (
    <Page
      title={t('revision.of', { n, name: data.accountName })}
      above={
        <>
          <TenantLink to={`plans/${accountId}`}>{t('plan.of', { name: data.accountName })}</TenantLink> ·{' '}
          <TenantLink to={`plans/${accountId}/revisions`}>{t('plan.revisions')}</TenantLink>
        </>
      }
      answer={t('revision.answer', { moment: moment(data.revisedAt), person })}
      facts={data.reason ? [{ label: t('revisions.why'), value: data.reason }] : undefined}
      actions={
        <>
          {n > 1 && <TenantButton to={compare(n - 1, n)}>{t('revision.withFormer', { n: n - 1 })}</TenantButton>}
          {present !== undefined && present > n && (
            <TenantButton to={compare(n, present)}>{t('revision.withPresent')}</TenantButton>
          )}
        </>
      }
    >
      <PlanDocument content={data.content} />
    </Page>
  );
}
