import { column, readTable, type StoredRowOf } from '@mainstay/read-store';
import type { ActionState, Source } from '../action.events';

/** One row per programme action, as it stands. */
export const actionTable = readTable('programme_action', {
  key: ['actionId'],
  columns: {
    actionId: column.text(),
    title: column.label(),
    description: column.text().optional(),
    ownerId: column.text(),
    dueOn: column.date(),
    /** The date while it is waited for; null once done or dropped, so that what is finished comes last. */
    awaitedOn: column.date().optional(),
    state: column.text<ActionState>(),
    source: column.json<Source>(),
    sourceKind: column.text<Source['kind']>(),
    /** The assessment, or the subject of the test, that it came from. */
    sourceId: column.text().optional(),
    divisionId: column.text().optional(),
    accountId: column.text().optional(),
    /** What shows that it is done. */
    evidence: column.text().optional(),
    doneOn: column.date().optional(),
    /** Given for the last change of state. */
    reason: column.text().optional(),
    raisedBy: column.text(),
    raisedAt: column.moment(),
    stateSince: column.moment(),
    version: column.integer(),
  },
  indexes: [['awaitedOn', 'actionId'], ['ownerId'], ['sourceId']],
});
export type ActionRow = StoredRowOf<typeof actionTable>;
