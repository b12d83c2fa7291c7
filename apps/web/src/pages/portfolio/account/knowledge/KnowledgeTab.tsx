import { Group, Stack } from '@mantine/core';
import { useCan } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, PageSkeleton } from '~/ui';
import { useMayChangeAccount } from '../../account-access';
import type { Account } from '../use-account';
import { AlignmentSection } from './AlignmentSection';
import { CompetitorsSection } from './CompetitorsSection';
import { IdeasSection } from './IdeasSection';
import { NotesSection } from './NotesSection';
import { t } from './texts';
import { useKnowledge } from './use-knowledge';

/** What do we know of them, who else is there, what did we put to them, and do they see it as we do? */
export function KnowledgeTab({ account }: { account: Account }) {
  const { data, error, refetch } = useKnowledge(account.id);
  const mayChange = useMayChangeAccount('portfolio.know', account.leadId) && account.archivedAt === null;
  const mayReadHistory = useCan('history.read');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const part = { accountId: account.id, mayChange };
  return (
    <Stack gap="xl">
      {mayReadHistory && (
        <Group data-screen-only>
          <TenantLink to={`history?accountId=${account.id}`}>{t('timelineLink')}</TenantLink>
        </Group>
      )}
      <NotesSection {...part} notes={data.notes} />
      <CompetitorsSection {...part} competitors={data.competitors} />
      <IdeasSection {...part} ideas={data.ideas} />
      <AlignmentSection {...part} reviews={data.reviews} />
    </Stack>
  );
}
