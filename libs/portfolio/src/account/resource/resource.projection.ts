import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { accountEvents } from '../account.events';
import type { Category } from '../category';
import type { resourceKinds } from './resource.events';

/** Every line of what was to move with a decision, and what was found to have moved. */
export const resourcePromiseTable = readTable('resource_promise', {
  key: ['accountId', 'decision', 'line'],
  columns: {
    accountId: column.text(),
    /** Version of the account that recorded the decision. */
    decision: column.integer(),
    line: column.integer(),
    fromCategory: column.text<Category>(),
    toCategory: column.text<Category>(),
    kind: column.text<(typeof resourceKinds)[number]>(),
    amount: column.number(),
    /** An account, or `pool`. */
    fromPlace: column.text(),
    toPlace: column.text(),
    effectiveOn: column.date(),
    checkOn: column.date(),
    approvedBy: column.text(),
    /** Null until it was checked. */
    moved: column.number().optional(),
    note: column.text().optional(),
    checkedBy: column.text().optional(),
    checkedAt: column.moment().optional(),
  },
  indexes: [['checkOn']],
});

export const resourcePromises = projection({
  name: 'portfolio.resource-promises',
  version: 1,
  events: accountEvents,
  tables: { promises: resourcePromiseTable },
  on: {
    'portfolio.AccountRecategorised': ({ tenant, stream, version: decision, data }, { promises }) => {
      const { from: fromCategory, to: toCategory, effectiveOn, approvedBy, resources = [], checkOn } = data;
      const decided = {
        accountId: idOfStream(tenant, stream),
        decision,
        fromCategory,
        toCategory,
        effectiveOn,
        approvedBy,
      };
      resources.forEach(({ kind, amount, from: fromPlace, to: toPlace }, line) =>
        promises.insert({ ...decided, line, kind, amount, fromPlace, toPlace, checkOn: checkOn ?? effectiveOn }),
      );
    },
    'portfolio.ResourceChecked': ({ tenant, stream, recorded: checkedAt, metadata, data }, { promises }) => {
      const { decision, line, to } = data;
      const found = { ...to, checkedBy: metadata.actor, checkedAt };
      promises.update({ accountId: idOfStream(tenant, stream), decision, line }, found);
    },
  },
});
