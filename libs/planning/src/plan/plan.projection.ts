import { projection } from '@mainstay/read-store';
import type { PlanContent } from './plan-content';
import { planEvents } from './plan.events';
import { planActionTable, planReviewTable, planRevisionTable, planTable } from './plan.tables';

export const planProjection = projection({
  name: 'planning.plans',
  version: 1,
  events: planEvents,
  tables: { plans: planTable, revisions: planRevisionTable, reviews: planReviewTable, actions: planActionTable },
  on: {
    'planning.PlanRevised': ({ data, metadata, recorded, version }, { plans, revisions, actions }) => {
      const { accountId, revision, reason, content, changes } = data;
      const revised = { reason, revisedBy: metadata.actor, revisedAt: recorded };
      revisions.insert({ accountId, revision, ...revised, changes: changes.length, content });
      plans.upsert({ accountId }, (plan) => ({
        reviewedOn: plan?.reviewedOn,
        reviewedBy: plan?.reviewedBy,
        startedAt: plan?.startedAt ?? recorded,
        accountId,
        version,
        revision,
        ...revised,
        touchedOn: later(plan?.reviewedOn, day(recorded)),
        ...figures(content),
      }));
      for (const { id: actionId, ...action } of content.actions) actions.put({ accountId, actionId, ...action });
      for (const { section, kind, item } of changes) {
        if (section === 'actions' && kind === 'removed') {
          actions.update({ accountId, actionId: item! }, { state: 'removed' });
        }
      }
    },
    'planning.PlanReviewed': ({ data, metadata, recorded, version }, { plans, reviews }) => {
      const { accountId, revision, reviewedOn, note } = data;
      const reviewedBy = metadata.actor;
      reviews.insert({ accountId, version, revision, reviewedOn, note, reviewedBy, recordedAt: recorded });
      plans.update({ accountId }, ({ touchedOn }) => ({
        version,
        reviewedOn,
        reviewedBy,
        touchedOn: later(touchedOn, reviewedOn),
      }));
    },
  },
});

const day = (moment: Date) => moment.toISOString().slice(0, 10);
const later = (one: string | null | undefined, other: string) => (one && one > other ? one : other);

const figures = ({ horizonYears, criticalSuccessFactors, objectives, actions, forecast }: PlanContent) => ({
  horizonYears,
  factors: criticalSuccessFactors.length,
  objectives: objectives.length,
  openActions: actions.filter(({ state }) => state === 'open').length,
  doneActions: actions.filter(({ state }) => state === 'done').length,
  forecastRevenue: forecast.reduce((sum, { revenue }) => sum + revenue, 0),
  forecastMargin: forecast.reduce((sum, { margin }) => sum + margin, 0),
});
