import { column, readTable } from '@mainstay/read-store';

/**
 * One row per event of every context, told in the words of the field. The key is the event's place in the feed, so the
 * order of the key is the order in which the system learned things. Rows are only ever added.
 */
export const historyEntry = readTable('history_entry', {
  key: ['position'],
  columns: {
    position: column.text(),
    eventId: column.text(),
    stream: column.text(),
    version: column.integer(),
    type: column.text(),
    kind: column.text(),
    subjectType: column.text(),
    subjectId: column.text(),
    accountId: column.text().optional(),
    divisionId: column.text().optional(),
    detail: column.text().optional(),
    actor: column.text(),
    onBehalfOf: column.text().optional(),
    effectiveOn: column.date().optional(),
    before: column.json<unknown>().optional(),
    after: column.json<unknown>().optional(),
    why: column.text().optional(),
  },
  // Without the position, so that equal values take next to no room: what is common is found along the key's own order,
  // what is rare is sorted in no time.
  indexes: [['subjectId'], ['accountId'], ['actor'], ['kind']],
});
