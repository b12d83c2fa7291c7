import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import { TestSection } from './TestSection';
import { t } from './texts';

/** Does the organisation itself live key account management? */
export default function ProgrammeLitmusPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/litmus/organisation');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { organisation, on } = data;
  const { yes, questions } = organisation;
  return (
    <Page
      title={t('programme.title')}
      above={<TenantLink to="audits/litmus">{t('title')}</TenantLink>}
      answer={yes === null ? t('programme.answerNone') : t('programme.answer', { yes, questions: questions.length })}
    >
      <TestSection test={organisation} subject={{}} on={on} />
    </Page>
  );
}
