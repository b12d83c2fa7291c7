import { useRef, useState } from 'react';
import { Alert, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useAsAt } from '~/app/as-at';
import { day, number } from '~/i18n/format';
import { Day, EmptyState, ErrorState, Moment, Page, PageSkeleton, PersonName } from '~/ui';
import { TenantButton } from '../TenantButton';
import { useDraft } from '../edit/use-draft';
import { SaveRevision } from '../edit/SaveRevision';
import { PlanState } from '../PlanState';
import { t } from '../texts';
import type { Action, Plan, PlanContent } from '../types';
import { PlanDocument } from './PlanDocument';
import { ReviewPlan } from './ReviewPlan';
import { usePrintedPages } from './use-printed-pages';

type Written = Plan & { current: NonNullable<Plan['current']> };

/** Are we on the plan of this account? */
export default function PlanPage() {
  const { accountId = '' } = useParams();
  const { data: plan, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/plan', { path: { accountId } });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!plan) return <PageSkeleton />;
  return plan.current ? <WrittenPlan plan={plan as Written} /> : <NoPlan plan={plan} />;
}

function NoPlan({ plan }: { plan: Plan }) {
  const mayWrite = useAsAt() === undefined && plan.mayWrite;
  return (
    <Page
      title={t('plan.of', { name: plan.accountName })}
      above={<Above plan={plan} />}
      state={<PlanState state="none" />}
    >
      <EmptyState
        title={t('plan.none')}
        text={`${t('plan.noneText')} ${mayWrite ? '' : t('plan.noneOthers')}`}
        action={mayWrite && <EditButton plan={plan} text={t('plan.start')} />}
      />
    </Page>
  );
}

function WrittenPlan({ plan }: { plan: Written }) {
  const { accountId, accountName, current, state, reviewedOn, overdueActionIds } = plan;
  const now = useAsAt() === undefined;
  const sheet = useRef<HTMLDivElement>(null);
  const pages = usePrintedPages(sheet, current);
  const [reviewing, setReviewing] = useState(false);
  const [done, setDone] = useState<Action>();
  const facts = [
    {
      label: t('fact.revision'),
      value: <TenantLink to={`plans/${accountId}/revisions`}>{current.revision}</TenantLink>,
    },
    {
      label: t('fact.revised'),
      value: (
        <>
          <Moment at={current.revisedAt} /> · <PersonName id={current.revisedBy} />
        </>
      ),
    },
    { label: t('fact.reviewed'), value: reviewedOn ? <Day on={reviewedOn} /> : t('fact.never') },
    { label: t('fact.horizon'), value: t('fact.years', { n: current.content.horizonYears }) },
    { label: t('lead'), value: plan.leadId ? <PersonName id={plan.leadId} /> : t('nobody') },
  ];
  return (
    <Page
      title={t('plan.of', { name: accountName })}
      above={<Above plan={plan} />}
      state={<PlanState state={state} />}
      answer={answerOf(plan)}
      facts={facts}
      subject={{ type: 'plan', id: accountId }}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('plan.print')}
          </Button>
          <TenantButton to={`plans/${accountId}/revisions`}>{t('plan.revisions')}</TenantButton>
          {now && plan.mayReview && (
            <Button variant="default" onClick={() => setReviewing(true)}>
              {t('plan.review')}
            </Button>
          )}
          {now && plan.mayWrite && <EditButton plan={plan} text={t('plan.edit')} />}
        </>
      }
    >
      {pages !== undefined && pages > 2 && (
        <Alert color="yellow" title={t('fit.over', { n: number(pages) })} data-screen-only>
          {t('fit.overText', { n: number(pages) })}
        </Alert>
      )}
      <div ref={sheet}>
        <PlanDocument
          content={current.content}
          overdue={overdueActionIds}
          onDone={now && plan.mayWrite ? setDone : undefined}
        />
      </div>
      {pages !== undefined && (
        <p role="status" data-screen-only>
          {t('fact.length')}: {t('fit.good', { n: number(pages) })}
        </p>
      )}
      {reviewing && <ReviewPlan plan={plan} onClose={() => setReviewing(false)} />}
      {done && (
        <SaveRevision
          plan={plan}
          version={plan.version}
          content={withDone(current.content, done)}
          reason={t('action.doneReason', { title: done.title })}
          onClose={() => setDone(undefined)}
        />
      )}
    </Page>
  );
}

function EditButton({ plan, text }: { plan: Plan; text: string }) {
  const { draft } = useDraft(plan.accountId);
  return (
    <TenantButton to={`plans/${plan.accountId}/edit`} variant="filled">
      {draft ? t('plan.resume') : text}
    </TenantButton>
  );
}

const Above = ({ plan }: { plan: Plan }) => (
  <>
    <TenantLink to="plans">{t('title')}</TenantLink> ·{' '}
    <TenantLink to={`portfolio/${plan.accountId}`}>{plan.accountCode}</TenantLink>
  </>
);

function answerOf({ state, liveUntil, reviewDays, current, reviewedOn, overdueActionIds }: Written): string {
  const n = overdueActionIds.length;
  const overdue = n > 0 ? t('answer.overdue', { n }) : t('plan.noneOverdue');
  if (state === 'live' && liveUntil) return t('plan.liveUntil', { day: day(liveUntil), overdue });
  const revised = current.revisedAt.slice(0, 10);
  const touched = reviewedOn && reviewedOn > revised ? reviewedOn : revised;
  return t('plan.stale', { day: day(touched), overdue, days: reviewDays });
}

const withDone = (content: PlanContent, done: Action): PlanContent => ({
  ...content,
  actions: content.actions.map((action) => (action.id === done.id ? { ...action, state: 'done' } : action)),
});
