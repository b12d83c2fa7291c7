import { column, readTable, type StoredRowOf } from '@mainstay/read-store';

/** A revision with who added it and when. */
export interface RecordedRevision {
  readonly revision: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly evidenceOn: string | null;
  readonly addedBy: string;
  /** ISO moment. */
  readonly addedAt: string;
  /** Why it took the place of the one before. */
  readonly reason: string | null;
}

/** One row per file put beside an action of an audit. */
export const evidenceFileTable = readTable('evidence_file', {
  key: ['fileId'],
  columns: {
    fileId: column.text(),
    auditId: column.text(),
    actionId: column.text(),
    /** Oldest first. */
    revisions: column.json<readonly RecordedRevision[]>(),
    withdrawnAt: column.moment().optional(),
    withdrawnBy: column.text().optional(),
    withdrawnBecause: column.text().optional(),
  },
  indexes: [['auditId', 'actionId']],
});
export type EvidenceFileRow = StoredRowOf<typeof evidenceFileTable>;
