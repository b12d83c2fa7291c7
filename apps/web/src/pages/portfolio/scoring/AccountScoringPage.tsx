import { useParams } from 'react-router';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import { SheetPanel } from './SheetPanel';
import { t } from './texts';
import { useSheet } from './use-sheet';

/** What do several people say of this account, outside of any round? */
export default function AccountScoringPage() {
  const { accountId } = useParams() as { accountId: string };
  const { data: sheet, error, refetch } = useSheet(accountId);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!sheet) return <PageSkeleton />;
  return (
    <Page
      title={t('title', { name: sheet.name })}
      above={<TenantLink to={`portfolio/${accountId}?tab=scores`}>{sheet.name}</TenantLink>}
      answer={sheet.givenBy.length > 0 ? t('givenBy', { n: sheet.givenBy.length }) : t('nobody')}
      subject={{ type: 'scoring', id: accountId }}
    >
      <SheetPanel accountId={accountId} />
    </Page>
  );
}
