import { paging } from '@mainstay/http';
import { z } from 'zod';
import { bulkChange } from '../bulk/bulk-change';
import { mapping } from './account-import.events';
import { importFields } from './import-fields';
import type { ImportPlan } from './plan-import';

const mappingText = z
  .string()
  .max(4_000)
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue('must be JSON: headings by field');
      return z.NEVER;
    }
  })
  .pipe(mapping);

export const importQuery = z.object({
  fileName: z.string().trim().max(300).default('accounts.csv'),
  dryRun: z.enum(['true', 'false']).default('true').describe('True only tells what an import would do'),
  mapping: mappingText
    .optional()
    .describe('JSON: the heading of the column by field; left out: as the last time, else by likeness'),
  refused: z
    .enum(['stop', 'leave-out'])
    .default('stop')
    .describe('Whether one refused row stops the whole import, or refused rows are left out'),
  reason: z.string().trim().max(2_000).optional().describe('Why the facts change'),
});
export type ImportQuery = z.infer<typeof importQuery>;

const refusal = z.object({ row: z.int(), column: z.string(), rule: z.string() });
const facts = z.record(z.string(), z.unknown());
/** What a row makes, or made, of its account. */
export const touchedRow = z.object({
  row: z.int(),
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['create', 'change']),
  before: facts,
  after: facts,
});

export const importPreview = z.object({
  importId: z.string().nullable().describe('Of the import that has begun; null after a dry run'),
  rows: z.int(),
  creates: z.int(),
  changes: z.int(),
  unchanged: z.int(),
  refused: z.int().describe('Rows that cannot be imported'),
  refusals: z.array(refusal).describe('The first of them, each with its rule'),
  items: z.array(touchedRow).describe('The first rows that create or change an account'),
  columns: z.array(z.object({ header: z.string(), sample: z.string() })),
  mapping,
  fields: z.array(z.enum(importFields)),
  ignoredColumns: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;

const importAnswer = z.object({
  id: z.string(),
  version: z.int(),
  fileName: z.string(),
  sha256: z.string(),
  mapping,
  ignoredColumns: z.array(z.string()),
  rows: z.int(),
  creates: z.int(),
  changes: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  refusals: z.array(refusal),
  reason: z.string().nullable(),
  bulk: bulkChange.nullable().describe('One change of many accounts instead of a file'),
  state: z.enum(['running', 'finished', 'undoing', 'undone']),
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  failed: z.int().describe('Rows that could not be carried out, because somebody changed the account meanwhile'),
  failures: z.array(refusal),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
  left: z.int().describe('Rows whose effect stays after the undo, because somebody worked on it since'),
  leftRows: z.array(refusal),
  done: z.int().describe('Accounts created or changed so far'),
  takenBack: z.int(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importOneAnswer = importAnswer.extend({
  atWork: z.boolean().describe('False while running or undoing: it was interrupted, and can be resumed'),
});
export const importsAnswer = z.object({ items: z.array(importAnswer), total: z.int(), next: z.string().nullable() });
export const importsPage = z.object({
  ...paging,
});

export const importRowsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0).describe('Rows of the file after this one'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const importRowsAnswer = z.object({
  items: z.array(touchedRow.extend({ takenBackAt: z.string().nullable() })),
  next: z.int().nullable().describe('For `after`, to read on'),
});
export type ImportRowsAnswer = z.infer<typeof importRowsAnswer>;

/** Beyond this many rows a preview is scrolled by nobody, and an event would grow too large. */
export const SHOWN = 200;

export function countsOf({ rows, refusals, ignoredColumns }: ImportPlan) {
  const count = (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind).length;
  const refused = new Set(refusals.map(({ row }) => row)).size;
  return {
    rows: rows.length + refused,
    creates: count('create'),
    changes: count('change'),
    unchanged: count('unchanged'),
    refused,
    refusals: refusals.slice(0, SHOWN),
    ignoredColumns: ignoredColumns.slice(0, SHOWN),
  };
}
