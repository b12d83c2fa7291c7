import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { listViewEvents } from './list-views';

export const listViewTable = readTable('list_view', {
  key: ['viewId'],
  columns: {
    viewId: column.text(),
    ownerId: column.text(),
    list: column.text(),
    name: column.label(),
    query: column.text(),
    columns: column.textArray().optional(),
    shared: column.boolean(),
    deleted: column.boolean(),
  },
  indexes: [['ownerId'], ['list']],
});

/** With which view a list opens for a person. */
export const defaultListViewTable = readTable('default_list_view', {
  key: ['personId', 'list'],
  columns: {
    personId: column.text(),
    list: column.text(),
    viewId: column.text().optional(),
  },
});

export const listViewRegister = projection({
  name: 'portfolio.list-views',
  version: 1,
  events: listViewEvents,
  tables: { views: listViewTable, defaults: defaultListViewTable },
  on: {
    'portfolio.ListViewSaved': ({ tenant, stream, data: { viewId, to } }, { views }) =>
      views.put({ viewId, ownerId: idOfStream(tenant, stream), ...to, deleted: false }),
    'portfolio.ListViewDeleted': ({ data: { viewId } }, { views }) => views.update({ viewId }, { deleted: true }),
    'portfolio.DefaultListViewChosen': ({ tenant, stream, data: { list, to } }, { defaults }) =>
      defaults.put({ personId: idOfStream(tenant, stream), list, viewId: to }),
  },
});
