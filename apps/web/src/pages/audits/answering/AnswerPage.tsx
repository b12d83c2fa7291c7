import { Progress, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { t as frame } from '~/i18n';
import { day } from '~/i18n/format';
import { ErrorState, Page, PageSkeleton, usePeople } from '~/ui';
import type { AuditDetail } from '../audit';
import { type Catalogue, useCatalogue } from '../catalogue';
import { t } from '../texts';
import { ActionList } from './ActionList';
import { isAssigned } from './rules';
import { t as own } from './texts';
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
  const readOnly = !useCanChange('assessment.answer') || !assigned || audit.signedOff !== null;
  const answers = useAnswerBook(audit);
  const settled = audit.answers.filter(({ confirmed }) => confirmed).map(({ actionId }) => actionId);
  const done = new Set([...settled, ...answers.entries.keys()]);
  const answered = done.size;
  const unconfirmed = audit.answers.filter(
    ({ confirmed, actionId }) => !confirmed && !answers.entries.has(actionId),
  ).length;
  const actions = catalogue.actions.length;
  const progress = t('do.progress', { given: answered, actions });
  const ownLeft = catalogue.actions.some(
    (action) => !done.has(action.id) && isAssigned(audit.assignments, person.id, action),
  );
  return (
    <Page
      title={readOnly ? t('do.readTitle') : t('do.title')}
      above={<TenantLink to={`audits/${audit.id}`}>{audit.title}</TenantLink>}
      answer={
        answered === actions
          ? t('do.allDone')
          : t(readOnly || ownLeft ? 'do.left' : 'do.leftToOthers', { n: actions - answered })
      }
      subject={{ type: 'audit', id: audit.id }}
    >
      <div>
        <Text size="sm" c="dimmed">
          {progress}
          {unconfirmed > 0 && ` · ${own('carried.count', { n: unconfirmed })}`}
        </Text>
        <Progress value={(answered / actions) * 100} aria-label={progress} />
      </div>
      {audit.signedOff ? (
        <SignedOff {...audit.signedOff} />
      ) : (
        readOnly && <Text>{past ? t('do.past') : t('do.notAssigned')}</Text>
      )}
      <ActionList {...{ audit, catalogue, readOnly }} answers={answers} />
    </Page>
  );
}

function SignedOff({ by, at }: { by: string; at: string }) {
  const who = usePeople().get(by) ?? frame('person.unknown');
  return <Text>{own('read.signedOff', { who, day: day(at) })}</Text>;
}
