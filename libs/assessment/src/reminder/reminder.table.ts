import { column, readTable, type StoredRowOf } from '@mainstay/read-store';
import type { OpenPart } from './reminder.events';

/** One row per reminder sent to an assessor. */
export const reminderTable = readTable('audit_reminder', {
  key: ['reminderId'],
  columns: {
    reminderId: column.text(),
    auditId: column.text(),
    personId: column.text(),
    /** As they stood when the reminder was sent. */
    parts: column.json<readonly OpenPart[]>(),
    leftCount: column.integer(),
    dueOn: column.date().optional(),
    note: column.text().optional(),
    remindedBy: column.text(),
    remindedAt: column.moment(),
    dismissedAt: column.moment().optional(),
  },
  indexes: [['auditId'], ['personId']],
});
export type ReminderRow = StoredRowOf<typeof reminderTable>;
