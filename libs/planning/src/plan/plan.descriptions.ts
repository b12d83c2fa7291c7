import type { Descriptions } from '@mainstay/event-sourcing';
import type { PlanContent } from './plan-content';
import type { PlanEvent } from './plan.events';

const plan = (accountId: string) => ({ subject: { type: 'plan', id: accountId }, accountId });

export const planDescriptions: Descriptions<PlanEvent> = {
  'planning.PlanRevised': ({ data: { accountId, revision, from, reason, content, changes } }) => ({
    kind: 'plan-revision',
    ...plan(accountId),
    detail: `revision ${revision}`,
    before: from === null ? null : changes.map(({ after: _, ...change }) => change),
    after: from === null ? summary(content) : changes.map(({ before: _, ...change }) => change),
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

const summary = ({ horizonYears, objectives, actions, forecast }: PlanContent) => ({
  horizonYears,
  objectives: objectives.length,
  actions: actions.length,
  revenue: forecast.reduce((sum, { revenue }) => sum + revenue, 0),
});
