import { Progress, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import type { AuditDetail } from '../audit';
import { type Catalogue, useCatalogue } from '../catalogue';
import { t } from '../texts';
import { ActionList } from './ActionList';
import { useAnswerBook } from './use-answer-book';

/** What is true of each action? */
export default function AnswerPage() {
  const auditId = useParams()['auditId']!;
  const { data: audit, error, refetch } = useRead('/api/t/{tenant}/audits/{auditId}', { path: { auditId } });
  const { data: catalogue, error: catalogueError } = useCatalogue(audit?.catalogueVersion);
  const problem = error ?? catalogueError;
  if (problem) return <ErrorState problem={problem} onRetry={() => void refetch()} />;
  if (!audit || !catalogue) return <PageSkeleton />;
  return <Answering key={audit.id} audit={audit} catalogue={catalogue} />;
}

function Answering({ audit, catalogue }: { audit: AuditDetail; catalogue: Catalogue }) {
  const { person } = useTenantMe();
  const past = useAsAt() !== undefined;
  const assigned = audit.assessorIds.includes(person.id);
  const readOnly = !useCanChange('assessment.answer') || !assigned;
  const answers = useAnswerBook(audit.id);
  const answered = new Set([...audit.answers.map(({ actionId }) => actionId), ...answers.entries.keys()]).size;
  const actions = catalogue.actions.length;
  return (
    <Page
      title={readOnly ? t('do.readTitle') : t('do.title')}
      above={<TenantLink to={`audits/${audit.id}`}>{audit.title}</TenantLink>}
      answer={answered === actions ? t('do.allDone') : t('do.left', { n: actions - answered })}
      subject={{ type: 'audit', id: audit.id }}
    >
      <div>
        <Text size="sm" c="dimmed">
          {t('do.progress', { given: answered, actions })}
        </Text>
        <Progress value={(answered / actions) * 100} aria-label={t('do.progress', { given: answered, actions })} />
      </div>
      {readOnly && <Text>{past ? t('do.past') : t('do.notAssigned')}</Text>}
      <ActionList {...{ audit, catalogue, readOnly }} answers={answers} />
    </Page>
  );
}
