import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { EmptyState, ErrorState, PageSkeleton } from '~/ui';
import { t } from '../texts';
import { PlanEditor } from './PlanEditor';

export default function EditPlanPage() {
  const { accountId = '' } = useParams();
  const past = useAsAt() !== undefined;
  const { data: plan, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/plan', { path: { accountId } });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!plan) return <PageSkeleton />;
  if (past) return <EmptyState title={t('edit.past')} text={t('edit.pastText')} />;
  if (!plan.mayWrite) return <EmptyState title={t('edit.notYours')} text={t('edit.notYoursText')} />;
  return <PlanEditor key={accountId} plan={plan} onRefresh={() => void refetch()} />;
}
