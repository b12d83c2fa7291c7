import { column, readTable } from '@mainstay/read-store';
import type { LitmusAnswers } from '../litmus.events';
import type { LitmusTestId } from '../litmus-catalogue';

const taking = {
  litmusId: column.text(),
  test: column.text<LitmusTestId>(),
  /** Null for the test of the organisation. */
  accountId: column.text().optional(),
  /** Who led the account when the manager's test was taken. */
  managerId: column.text().optional(),
  catalogueVersion: column.integer(),
  takenOn: column.date(),
  answers: column.json<LitmusAnswers>(),
  /** Unambivalent yes answers. */
  yes: column.integer(),
  questions: column.integer(),
  /** Null where the field gives no gate. */
  gate: column.integer().optional(),
  /** Questions without an unambivalent yes. */
  unmet: column.textArray(),
  takenBy: column.text(),
  takenAt: column.moment(),
  corrections: column.integer(),
  /** Given for the last correction. */
  reason: column.text().optional(),
};

/** One row per test, subject and day on which it was taken. */
export const litmusTakingTable = readTable('litmus_taking', { key: ['litmusId', 'takenOn'], columns: taking });

/** One row per test and subject: the taking that describes the latest day. */
export const litmusTestTable = readTable('litmus_test', {
  key: ['litmusId'],
  columns: {
    ...taking,
    /** Of the test's event stream. */
    version: column.integer(),
  },
  indexes: [['accountId', 'test']],
});
