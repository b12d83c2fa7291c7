import { column, readTable, type StoredRowOf } from '@mainstay/read-store';

/** How it read until it was edited. */
export interface EarlierText {
  readonly text: string;
  /** ISO moment until which it read so. */
  readonly until: string;
}

/** One row per comment, question and answer to a question. */
export const commentTable = readTable('audit_comment', {
  key: ['commentId'],
  columns: {
    commentId: column.text(),
    auditId: column.text(),
    actionId: column.text(),
    kind: column.text<'comment' | 'question'>(),
    /** The question that it answers. */
    answersId: column.text().optional(),
    text: column.text(),
    /** Ids of the people whom the text names. */
    mentions: column.textArray(),
    author: column.text(),
    saidAt: column.moment(),
    /** Oldest first. */
    earlier: column.json<readonly EarlierText[]>(),
    /** Who has answered the question, once for each answer; withdrawn answers are left out. */
    answeredBy: column.textArray(),
    withdrawnAt: column.moment().optional(),
    withdrawnBecause: column.text().optional(),
    resolvedAt: column.moment().optional(),
    resolvedBy: column.text().optional(),
  },
  indexes: [['auditId', 'actionId']],
});
export type CommentRow = StoredRowOf<typeof commentTable>;
