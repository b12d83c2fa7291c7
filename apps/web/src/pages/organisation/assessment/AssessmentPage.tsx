import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useCan } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { Day, ErrorState, Moment, Page, PageSkeleton, usePeople } from '~/ui';
import { type OrganisationCatalogue, useOrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment } from '../types';
import { positionSentence, useScopeName } from '../words';
import { Actions } from './Actions';
import { GridTab } from './GridTab';
import { HistoryTab } from './HistoryTab';
import { ProfileTab } from './ProfileTab';
import { SettleTab } from './SettleTab';

/** How ready is each group? */
export default function AssessmentPage() {
  const assessmentId = useParams()['assessmentId']!;
  const path = '/api/t/{tenant}/organisation-assessments/{assessmentId}';
  const { data: assessment, error, refetch } = useRead(path, { path: { assessmentId } });
  const { data: catalogue, error: catalogueError } = useOrganisationCatalogue(assessment?.catalogueVersion);
  const problem = error ?? catalogueError;
  if (problem) return <ErrorState problem={problem} onRetry={() => void refetch()} />;
  if (!assessment || !catalogue) return <PageSkeleton />;
  return <Standing key={assessment.id} assessment={assessment} catalogue={catalogue} />;
}

function Standing(props: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const { assessment } = props;
  const { progress, standing } = assessment;
  const scopeName = useScopeName();
  const people = usePeople();
  const maySettle = useCan('assessment.settle');
  const seesHistory = useCan('assessors.read');
  const assessors = assessment.assessorIds.map((id) => people.get(id) ?? '…').join(', ');
  return (
    <Page
      title={assessment.title}
      section={<AssessmentNav />}
      above={<TenantLink to="audits/organisation">{t('title')}</TenantLink>}
      answer={positionSentence(assessment)}
      facts={[
        { label: t('fact.scope'), value: scopeName(assessment.scope) },
        { label: t('fact.date'), value: <Day on={assessment.assessedOn} /> },
        { label: t('fact.assessors'), value: assessors || t('fact.none') },
        {
          label: t('fact.settled'),
          value: t('fact.settledValue', { n: progress.settled, cells: progress.cells }),
        },
        ...(standing.agreement.compared > 0
          ? [{ label: t('fact.agreement'), value: t('fact.agreementValue', standing.agreement) }]
          : []),
        ...(assessment.signedOffAt
          ? [{ label: t('fact.signedOff'), value: <Moment at={assessment.signedOffAt} /> }]
          : []),
      ]}
      actions={<Actions assessment={assessment} />}
      subject={seesHistory ? { type: 'organisation-assessment', id: assessment.id } : undefined}
      tabs={[
        { id: 'grid', label: t('tab.grid'), content: <GridTab {...props} /> },
        { id: 'profile', label: t('tab.profile'), content: <ProfileTab {...props} /> },
        ...(maySettle ? [{ id: 'settle', label: t('tab.settle'), content: <SettleTab {...props} /> }] : []),
        { id: 'history', label: t('tab.history'), content: <HistoryTab {...props} /> },
      ]}
    />
  );
}
