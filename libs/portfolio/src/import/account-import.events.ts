import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { bulkChange } from '../bulk/bulk-change';
import { importFields } from './import-fields';

/** Which column of the file says which fact: field, heading. */
export const mapping = z.partialRecord(z.enum(importFields), z.string());
export type Mapping = z.infer<typeof mapping>;

const refusal = z.object({ row: z.int(), column: z.string(), rule: z.string() });
export type Refusal = z.infer<typeof refusal>;

export const accountImportEvents = eventTypes({
  'portfolio.AccountImportStarted': {
    schema: z.object({
      fileName: z.string(),
      /** Of the file, which is kept: what is interrupted goes on from it. */
      sha256: z.string(),
      mapping,
      ignoredColumns: z.array(z.string()),
      rows: z.int(),
      creates: z.int(),
      changes: z.int(),
      unchanged: z.int(),
      /** Rows left out, because the person said so; the first of them with the rule. */
      refused: z.int(),
      refusals: z.array(refusal),
      reason: z.string().nullable(),
      /** One change of many accounts instead of a file; what is kept under `sha256` are the ids of the accounts. */
      bulk: bulkChange.optional(),
    }),
  },
  'portfolio.AccountImportFinished': {
    /** Rows that could not be carried out, because somebody changed the account after the file was read. */
    schema: z.object({ failed: z.int(), failures: z.array(refusal) }),
  },
  'portfolio.AccountImportUndoStarted': { schema: z.object({ reason: z.string() }) },
  'portfolio.AccountImportUndone': {
    /** Rows whose effect stays, wholly or in part, because somebody worked on it since. */
    schema: z.object({ left: z.int(), leftRows: z.array(refusal) }),
  },
});
export type AccountImportEvent = EventsOf<typeof accountImportEvents>;
