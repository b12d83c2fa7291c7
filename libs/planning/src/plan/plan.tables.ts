import { column, readTable } from '@mainstay/read-store';
import type { ActionState, PlanContent } from './plan-content';

/** One row per account that has a plan. */
export const planTable = readTable('plan', {
  key: ['accountId'],
  columns: {
    accountId: column.text(),
    version: column.integer(),
    revision: column.integer(),
    reason: column.text(),
    horizonYears: column.integer(),
    startedAt: column.moment(),
    revisedAt: column.moment(),
    revisedBy: column.text(),
    reviewedOn: column.date().optional(),
    reviewedBy: column.text().optional(),
    /** Day of the last revision or review, whichever is later: decides whether the plan is live. */
    touchedOn: column.date(),
    factors: column.integer(),
    objectives: column.integer(),
    openActions: column.integer(),
    doneActions: column.integer(),
    /** Sums over the whole horizon, in whole units of the tenant's currency. */
    forecastRevenue: column.number(),
    forecastMargin: column.number(),
  },
});

export const planRevisionTable = readTable('plan_revision', {
  key: ['accountId', 'revision'],
  columns: {
    accountId: column.text(),
    revision: column.integer(),
    reason: column.text(),
    revisedBy: column.text(),
    revisedAt: column.moment(),
    /** How many differences from the revision before. */
    changes: column.integer(),
    content: column.json<PlanContent>(),
  },
});

export const planReviewTable = readTable('plan_review', {
  key: ['accountId', 'version'],
  columns: {
    accountId: column.text(),
    /** Version of the plan's stream: tells two reviews of one day apart. */
    version: column.integer(),
    revision: column.integer(),
    reviewedOn: column.date(),
    note: column.text(),
    reviewedBy: column.text(),
    recordedAt: column.moment(),
  },
});

/** Actions of the present revision, by owner. An action that a revision took out stays as `removed`. */
export const planActionTable = readTable('plan_action', {
  key: ['accountId', 'actionId'],
  columns: {
    accountId: column.text(),
    actionId: column.text(),
    title: column.text(),
    ownerId: column.text(),
    dueOn: column.date(),
    state: column.text<ActionState | 'removed'>(),
    objectiveId: column.text().optional(),
  },
  indexes: [
    ['ownerId', 'dueOn'],
    ['state', 'dueOn'],
  ],
});
