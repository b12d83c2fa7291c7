import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import { DataTable, EmptyState, ErrorState, Page, PageSkeleton, usePeople } from '~/ui';
import { columns } from './account-columns';
import { StandingMark } from './marks';
import { t } from './texts';

const ofManager = columns.filter(({ id }) => id !== 'lead');

/** Does this manager qualify, and what is it made of? */
export default function ManagerLitmusPage() {
  const { personId = '' } = useParams();
  const { data, error, refetch } = useRead('/api/t/{tenant}/litmus/managers/{personId}', { path: { personId } });
  const people = usePeople();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { manager, accounts, gate } = data;
  const name = people.get(personId) ?? '';
  return (
    <Page
      title={name}
      above={<TenantLink to="audits/litmus?tab=managers">{t('title')}</TenantLink>}
      state={<StandingMark standing={manager.standing} />}
      answer={[
        t(`manager.answer.${manager.standing}`, { name, mean: number(manager.mean ?? 0), gate }),
        manager.unanswered > 0 && t('manager.unanswered', { n: manager.unanswered }),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <DataTable
        caption={t('manager.caption')}
        columns={ofManager}
        rows={accounts}
        rowKey={({ accountId }) => accountId}
        to={({ accountId }) => `audits/litmus/accounts/${accountId}`}
        defaultSort="name"
        empty={<EmptyState title={t('manager.none')} text={t('managers.noneText')} />}
      />
    </Page>
  );
}
