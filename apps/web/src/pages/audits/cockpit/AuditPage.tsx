import { useState } from 'react';
import { Button } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { Day, ErrorState, Page, PageSkeleton, usePeople } from '~/ui';
import { given, type Results, useScopeName } from '../audit';
import { type Catalogue, useCatalogue } from '../catalogue';
import { ExchangeMenu } from '../exchange/ExchangeMenu';
import { t } from '../texts';
import { AnswersTab } from './AnswersTab';
import { AssignmentsDrawer } from './AssignmentsDrawer';
import { LookTab } from './LookTab';
import { ResultsTab } from './ResultsTab';
import { t as review } from './review-texts';
import { ReviewTab } from './ReviewTab';
import { Road } from './Road';
import { SignedOffBanner } from './SignedOff';
import { standing } from './standing';

/** Where is our programme on the road? */
export default function AuditPage() {
  const auditId = useParams()['auditId']!;
  const { data: results, error, refetch } = useRead('/api/t/{tenant}/audits/{auditId}/results', { path: { auditId } });
  const { data: catalogue, error: catalogueError } = useCatalogue(results?.audit.catalogueVersion);
  const problem = error ?? catalogueError;
  if (problem) return <ErrorState problem={problem} onRetry={() => void refetch()} />;
  if (!results || !catalogue) return <PageSkeleton />;
  return <Cockpit results={results} catalogue={catalogue} />;
}

function Cockpit({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { audit } = results;
  const scopeName = useScopeName();
  const people = usePeople();
  const assessors = audit.assessorIds.map((id) => people.get(id) ?? '…').join(', ');
  return (
    <Page
      title={audit.title}
      above={<TenantLink to="audits">{t('title')}</TenantLink>}
      answer={standing(results, catalogue)}
      facts={[
        { label: t('fact.scope'), value: scopeName(audit.scope) },
        { label: t('fact.date'), value: <Day on={audit.auditDate} /> },
        {
          label: t('fact.progress'),
          value: t('fact.progressValue', { given: given(audit), actions: audit.progress.actions }),
        },
        { label: t('fact.assessors'), value: assessors || t('assessors.none') },
        ...(audit.basedOn ? [{ label: review('fact.basedOn'), value: <BasedOn results={results} /> }] : []),
        ...(results.pace ? [{ label: t('fact.pace'), value: <Pace results={results} /> }] : []),
      ]}
      actions={<Actions results={results} catalogue={catalogue} />}
      subject={{ type: 'audit', id: audit.id }}
      tabs={[
        { id: 'results', label: t('tab.results'), content: <ResultsTab results={results} catalogue={catalogue} /> },
        { id: 'look', label: t('tab.look'), content: <LookTab results={results} catalogue={catalogue} /> },
        { id: 'answers', label: t('tab.answers'), content: <AnswersTab audit={audit} catalogue={catalogue} /> },
        { id: 'review', label: review('tab.review'), content: <ReviewTab audit={audit} catalogue={catalogue} /> },
      ]}
    >
      <SignedOffBanner audit={audit} />
      <Road results={results} catalogue={catalogue} />
    </Page>
  );
}

function BasedOn({ results: { audit, trail } }: { results: Results }) {
  const earlier = trail.find(({ id }) => id === audit.basedOn);
  return earlier ? <TenantLink to={`audits/${earlier.id}`}>{earlier.title}</TenantLink> : null;
}

function Pace({ results: { pace, currentPeriod } }: { results: Results }) {
  if (!pace) return null;
  return (
    <span title={t(`pace.${currentPeriod?.phase ?? 'D'}`)}>
      {t('fact.months', { n: pace.months })}, {t(`pace.${pace.verdict}`)}
    </span>
  );
}

function Actions({ results: { audit, trail }, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { person } = useTenantMe();
  const mayAssign = useCanChange('assessment.assign') && !audit.signedOff;
  const mayAnswer = useCanChange('assessment.answer') && audit.assessorIds.includes(person.id) && !audit.signedOff;
  const [assigning, setAssigning] = useState(false);
  const navigate = useNavigateTenant();
  const before = trail[trail.findIndex(({ id }) => id === audit.id) - 1];
  return (
    <>
      <ExchangeMenu audit={audit} />
      <Button
        variant="default"
        onClick={() =>
          navigate(before ? `audits/compare?from=${before.id}&to=${audit.id}` : `audits/compare?to=${audit.id}`)
        }
      >
        {t('action.compare')}
      </Button>
      {mayAssign && (
        <Button variant="default" onClick={() => setAssigning(true)}>
          {review('parts.change')}
        </Button>
      )}
      {mayAnswer && <Button onClick={() => navigate(`audits/${audit.id}/answer`)}>{t('action.answer')}</Button>}
      {assigning && <AssignmentsDrawer audit={audit} catalogue={catalogue} onClose={() => setAssigning(false)} />}
    </>
  );
}
