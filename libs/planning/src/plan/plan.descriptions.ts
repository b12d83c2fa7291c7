import type { Descriptions } from '@mainstay/event-sourcing';
import type { PlanContent } from './plan-content';
import type { PlanEvent } from './plan.events';

const plan = (accountId: string) => ({ subject: { type: 'plan', id: accountId }, accountId });

export const planDescriptions: Descriptions<PlanEvent> = {
  'planning.PlanRevised': ({ data: { accountId, revision, from, reason, content, changes } }) => ({
    kind: 'plan-revision',
    ...plan(accountId),
    detail: `revision ${revision}`,
    before:
      from === null ? null : changes.map(({ after: _, ...change }) => ({ ...change, title: titleOf(content, change) })),
    after:
      from === null
        ? summary(content)
        : changes.map(({ before, ...change }) => ({ ...change, title: titleOf(content, { ...change, before }) })),
    why: reason,
  }),
  'planning.PlanReviewed': ({ data: { accountId, revision, reviewedOn, from, note } }) => ({
    kind: 'plan-review',
    ...plan(accountId),
    detail: `revision ${revision}`,
    before: from === null ? null : { reviewedOn: from },
    after: { reviewedOn },
    why: note,
  }),
};

/** Title of the item that a change is about, for readers of the history; null for forecasts and what a plan has once. */
function titleOf(
  content: PlanContent,
  { section, item, before }: { section: string; item: string | null; before: unknown },
) {
  if (item === null || section === 'forecast') return null;
  const items: readonly Titled[] = [...content.criticalSuccessFactors, ...content.objectives, ...content.actions];
  const found = items.find(({ id }) => id === item) ?? (before as Titled);
  return found.title ?? found.text ?? item;
}

interface Titled {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
}

const summary = ({ horizonYears, objectives, actions, forecast }: PlanContent) => ({
  horizonYears,
  objectives: objectives.length,
  actions: actions.length,
  revenue: forecast.reduce((sum, { revenue }) => sum + revenue, 0),
});
