import { Progress, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { useCan, useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import { type OrganisationCatalogue, useOrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment } from '../types';
import { CellDesk } from './CellDesk';
import { useCellAnswers } from './use-cell-answers';

/** What is true of each group in each element? */
export default function AnswerCellsPage() {
  const assessmentId = useParams()['assessmentId']!;
  const path = '/api/t/{tenant}/organisation-assessments/{assessmentId}';
  const { data: assessment, error, refetch } = useRead(path, { path: { assessmentId } });
  const { data: catalogue, error: catalogueError } = useOrganisationCatalogue(assessment?.catalogueVersion);
  const problem = error ?? catalogueError;
  if (problem) return <ErrorState problem={problem} onRetry={() => void refetch()} />;
  if (!assessment || !catalogue) return <PageSkeleton />;
  return <Answering key={assessment.id} assessment={assessment} catalogue={catalogue} />;
}

function Answering({ assessment, catalogue }: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const { person } = useTenantMe();
  const past = useAsAt() !== undefined;
  const seesHistory = useCan('assessors.read');
  const assigned = assessment.assessorIds.includes(person.id);
  const signedOff = assessment.status === 'signed-off';
  const readOnly = !useCanChange('assessment.answer') || !assigned || signedOff;
  const answers = useCellAnswers(assessment.id);
  const cells = assessment.standing.cells;
  const done = cells.filter(
    ({ cell, answers: said }) => answers.entries.has(cell) || said.some(({ own }) => own),
  ).length;
  const left = cells.length - done;
  return (
    <Page
      title={readOnly ? t('do.readTitle') : t('do.title')}
      above={<TenantLink to={`audits/organisation/${assessment.id}`}>{assessment.title}</TenantLink>}
      answer={readOnly ? undefined : left === 0 ? t('do.allDone') : t('do.left', { n: left })}
      subject={seesHistory ? { type: 'organisation-assessment', id: assessment.id } : undefined}
    >
      {readOnly ? (
        <Text>{t(past ? 'do.past' : signedOff ? 'do.signedOff' : 'do.notAssigned')}</Text>
      ) : (
        <Progress value={(done / cells.length) * 100} aria-label={t('do.left', { n: left })} />
      )}
      <CellDesk assessment={assessment} catalogue={catalogue} answers={answers} readOnly={readOnly} />
    </Page>
  );
}
