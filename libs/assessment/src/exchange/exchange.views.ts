import { z } from 'zod';
import { answer } from '../audit/answer';
import type { Import } from './import-answers';

export const importQuery = z.object({
  fileName: z.string().max(300).optional(),
  dryRun: z.enum(['true', 'false']).default('true').describe('True only tells what an import would do'),
  reason: z.string().trim().max(2_000).optional().describe('Why answers change, where their row does not say'),
});

/** What an import does, or would do. */
export const importOutcome = z.object({
  rows: z.int(),
  /** Actions answered for the first time. */
  creates: z.int(),
  changes: z.int(),
  /** Carried-over answers that the file says still hold. */
  confirms: z.int(),
  unchanged: z.int(),
  /** Rows that say nothing of an action that has an answer: it stays as it is. */
  left: z.int(),
  refusals: z.array(z.object({ row: z.int(), column: z.string(), rule: z.string() })),
  /** Each answer that the import touches, by row. */
  answers: z.array(
    z.object({
      row: z.int(),
      actionId: z.string(),
      kind: z.enum(['new', 'changed', 'confirmed']),
      from: answer.nullable(),
      to: answer,
      reason: z.string().nullable(),
    }),
  ),
  ignoredColumns: z.array(z.string()),
  /** Of the audit. */
  version: z.int(),
  /** Version of the audit that the file was exported at; null where the file does not say. */
  fileVersion: z.int().nullable(),
});
export type ImportOutcome = z.infer<typeof importOutcome>;

export function outcomeOf(read: Import, ignoredColumns: readonly string[]): ImportOutcome {
  const { outcomes, refusals, version, fileVersion } = read;
  const count = (kind: (typeof outcomes)[number]['kind']) => outcomes.filter((one) => one.kind === kind).length;
  return {
    rows: outcomes.length + new Set(refusals.map(({ row }) => row)).size,
    creates: count('new'),
    changes: count('changed'),
    confirms: count('confirmed'),
    unchanged: count('unchanged'),
    left: count('left'),
    refusals: [...refusals],
    answers: outcomes.flatMap(({ row, actionId, kind, from, to, reason }) =>
      kind === 'unchanged' || kind === 'left'
        ? []
        : [{ row, actionId, kind, from: from ?? null, to: to!, reason: reason ?? null }],
    ),
    ignoredColumns: [...ignoredColumns],
    version,
    fileVersion: fileVersion ?? null,
  };
}
