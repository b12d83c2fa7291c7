import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useNavigateTenant, useTenantAlias } from '~/app/address';
import { useCanChange } from '~/app/tenant';
import { day } from '~/i18n/format';
import { announce, EmptyState, ErrorState, Page, PageSkeleton } from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { ComparisonTab } from './ComparisonTab';
import { DraftTab } from './DraftTab';
import { PublishDrawer } from './PublishDrawer';
import { SetTab } from './SetTab';
import { t } from './texts';
import { type CriteriaSets, useCriteriaSets } from './use-criteria';
import { VersionsTab } from './VersionsTab';

/** By which criteria are key accounts chosen, and what would other criteria change? */
export default function CriteriaPage() {
  const { data: criteria, error, refetch } = useCriteriaSets();
  const tenant = useTenantAlias();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!criteria) return <PageSkeleton />;
  const { draft } = criteria;
  const noDraft = <EmptyState title={t('draft.none')} text={t('draft.noneText')} action={<Begin {...criteria} />} />;
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={answer(criteria)}
      subject={{ type: 'criteria', id: tenant }}
      actions={draft ? <Publish criteria={criteria} /> : <Begin {...criteria} />}
      tabs={[
        { id: 'criteria', label: t('tab.criteria'), content: <SetTab criteria={criteria} /> },
        {
          id: 'draft',
          label: t('tab.draft'),
          content: draft ? <DraftTab key={criteria.version} draft={draft} version={criteria.version} /> : noDraft,
        },
        { id: 'compare', label: t('tab.compare'), content: draft ? <ComparisonTab /> : noDraft },
        { id: 'versions', label: t('tab.versions'), content: <VersionsTab sets={criteria.sets} /> },
      ]}
    />
  );
}

function answer({ sets, draft }: CriteriaSets): string {
  const inForce = sets.find(({ state }) => state === 'in-force')!;
  const coming = sets.findLast(({ state }) => state === 'coming');
  const { version, name, effectiveOn } = inForce;
  return [
    effectiveOn ? t('answer', { version, name, day: day(effectiveOn) }) : t('answer.shipped', { version }),
    coming && t('answer.coming', { version: coming.version, day: day(coming.effectiveOn!) }),
    draft && t('answer.draft'),
  ]
    .filter(Boolean)
    .join(' ');
}

function Begin({ inForce, version }: CriteriaSets) {
  const mayDraft = useCanChange('portfolio.criteria');
  const navigate = useNavigateTenant();
  const begin = useCommand('post', '/api/t/{tenant}/criteria-sets/draft');
  if (!mayDraft) return null;
  // The draft takes this button off the page: what follows may not hang on it.
  const onBegin = async () => {
    await begin.mutateAsync({ body: {}, ifMatch: version });
    announce(t('draft.begun', { version: inForce }));
    navigate('portfolio/criteria?tab=draft');
  };
  return (
    <>
      <Button onClick={() => void onBegin().catch(() => undefined)} loading={begin.isPending}>
        {t('draft.begin')}
      </Button>
      {begin.error && <Text role="alert">{begin.error.title}</Text>}
    </>
  );
}

function Publish({ criteria }: { criteria: CriteriaSets }) {
  const mayPublish = useCanChange('portfolio.criteria');
  const [publishing, setPublishing] = useState(false);
  if (!mayPublish) return null;
  return (
    <>
      <Button onClick={() => setPublishing(true)}>{t('publish')}</Button>
      {publishing && <PublishDrawer criteria={criteria} onClose={() => setPublishing(false)} />}
    </>
  );
}
