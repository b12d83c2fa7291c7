import { column, readTable, type StoredRowOf } from '@mainstay/read-store';
import type { ProfileShares } from './profile/shares';
import type { TimeSpent } from './record/time-record.events';

/** One row per version of the profile that the tenant has set. */
export const timeProfileTable = readTable('time_profile', {
  key: ['version'],
  columns: {
    version: column.integer(),
    effectiveFrom: column.date(),
    shares: column.json<ProfileShares>(),
    reason: column.text(),
    setBy: column.text(),
    setAt: column.moment(),
  },
});

/** One row per person and period. */
export const timeRecordTable = readTable('time_record', {
  key: ['recordId'],
  columns: {
    recordId: column.text(),
    personId: column.text(),
    period: column.text(),
    kind: column.text<'week' | 'month'>(),
    firstDay: column.date(),
    /** The month that the period counts in. */
    month: column.text(),
    divisionId: column.text().optional(),
    profileVersion: column.integer(),
    spent: column.json<TimeSpent>(),
    /** As recorded when the month closed: all that the enterprise's figures ever know. Null for what came later. */
    counted: column.json<TimeSpent>().optional(),
    corrections: column.integer(),
    recordedAt: column.moment(),
    /** Of the record's event stream. */
    version: column.integer(),
  },
  indexes: [
    ['personId', 'firstDay'],
    ['month', 'personId'],
  ],
});
export type TimeRecordRow = StoredRowOf<typeof timeRecordTable>;

/** One row for each time something was said about a period. */
export const timeRevisionTable = readTable('time_revision', {
  key: ['recordId', 'version'],
  columns: {
    recordId: column.text(),
    version: column.integer(),
    spent: column.json<TimeSpent>(),
    /** Given for a correction. */
    reason: column.text().optional(),
    recordedAt: column.moment(),
  },
});
export type TimeRevisionRow = StoredRowOf<typeof timeRevisionTable>;
