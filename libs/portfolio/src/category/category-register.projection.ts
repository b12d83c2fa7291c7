import { column, projection, readTable } from '@mainstay/read-store';
import { categoriesEvents, type CategorySetting, type ExitPointSetting } from './categories.events';

/** Versions that the enterprise set; the shipped version 1 is no row, for everybody has it. */
export const categorySetTable = readTable('category_set', {
  key: ['setVersion'],
  columns: {
    setVersion: column.integer(),
    categories: column.json<readonly CategorySetting[]>(),
    effectiveOn: column.date(),
    reason: column.text(),
    setBy: column.text(),
    setAt: column.moment(),
  },
});

/** One row a tenant, from its first setting on. */
export const exitListTable = readTable('exit_list', {
  key: ['listId'],
  columns: {
    listId: column.text(),
    version: column.integer(),
    /** Null while the shipped list holds. */
    points: column.json<readonly ExitPointSetting[]>().optional(),
  },
});

export const categoryRegister = projection({
  name: 'portfolio.category-register',
  version: 1,
  events: categoriesEvents,
  tables: { sets: categorySetTable, lists: exitListTable },
  on: {
    'portfolio.CategoriesSet': (event, { sets, lists }) => {
      const { version: setVersion, categories, effectiveOn, reason } = event.data;
      const by = { setBy: event.metadata.actor, setAt: event.recorded };
      sets.insert({ setVersion, categories, effectiveOn, reason, ...by });
      lists.upsert({ listId: event.tenant }, (row) => ({
        listId: event.tenant,
        points: null,
        ...row,
        version: event.version,
      }));
    },
    'portfolio.ExitListSet': ({ tenant, version, data }, { lists }) =>
      lists.put({ listId: tenant, version, points: data.to }),
  },
});
