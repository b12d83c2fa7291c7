import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { accountEvents } from '../account.events';
import type { Category } from '../category';
import type { ExitState } from './exit.events';

/** Every point of every exit. An exit belongs to the decision recorded one version before it. */
export const exitPointTable = readTable('exit_point', {
  key: ['accountId', 'exit', 'pointId'],
  columns: {
    accountId: column.text(),
    /** Version of the account that opened it. */
    exit: column.integer(),
    pointId: column.text(),
    /** Place in the list. */
    place: column.integer(),
    fromCategory: column.text<Category>(),
    toCategory: column.text<Category>(),
    effectiveOn: column.date(),
    openedAt: column.moment(),
    text: column.text(),
    ownerId: column.text().optional(),
    dueOn: column.date(),
    state: column.text<ExitState>(),
    note: column.text(),
    settledBy: column.text().optional(),
    settledAt: column.moment().optional(),
  },
  indexes: [['ownerId', 'state', 'dueOn']],
});

export const exits = projection({
  name: 'portfolio.exits',
  version: 1,
  events: accountEvents,
  tables: { points: exitPointTable },
  on: {
    'portfolio.ExitOpened': ({ tenant, stream, version: exit, recorded: openedAt, data }, { points }) => {
      const { from: fromCategory, to: toCategory, effectiveOn } = data;
      const opened = { accountId: idOfStream(tenant, stream), exit, fromCategory, toCategory, effectiveOn, openedAt };
      data.points.forEach(({ id: pointId, ...point }, place) =>
        points.insert({ ...opened, ...point, pointId, place, state: 'open', note: '' }),
      );
    },
    'portfolio.ExitPointAssigned': ({ tenant, stream, data: { exit, point: pointId, to } }, { points }) =>
      points.update({ accountId: idOfStream(tenant, stream), exit, pointId }, to),
    'portfolio.ExitPointSettled': ({ tenant, stream, recorded, metadata, data }, { points }) => {
      const { exit, point: pointId, to } = data;
      const settled =
        to.state === 'open' ? { settledBy: null, settledAt: null } : { settledBy: metadata.actor, settledAt: recorded };
      points.update({ accountId: idOfStream(tenant, stream), exit, pointId }, { ...to, ...settled });
    },
  },
});
