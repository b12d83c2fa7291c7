import { z } from 'zod';

/** 20 MB, as file managers count them. */
export const MAX_FILE_BYTES = 20 * 1_048_576;

const mediaType = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\w.+-]{1,80}\/[\w.+-]{1,80}$/, 'must be a media type, such as application/pdf')
  .default('application/octet-stream');

/** What is said of a file that is sent. */
export const attachQuery = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'give the file’s name')
    .max(200, 'must be at most 200 characters')
    .regex(/^[^/\\\p{Cc}]+$/u, 'must be a name without folders'),
  mediaType,
  evidenceOn: z.iso.date('must be a date, such as 2026-03-31').optional().describe('Date of what the file shows'),
});
export const reviseQuery = attachQuery.extend({
  reason: z.string().trim().max(2_000).default('').describe('Why it replaces the one before; needed where it differs'),
});
export const withdrawRequest = z.strictObject({ reason: z.string().trim().max(2_000) });

const revision = z.object({
  revision: z.int(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes'),
  sha256: z.string(),
  evidenceOn: z.iso.date().nullable().describe('Date of what the file shows'),
  addedBy: z.string(),
  addedAt: z.iso.datetime().describe('When it was recorded'),
  reason: z.string().nullable(),
});

export const evidenceFile = z.object({
  fileId: z.string(),
  actionId: z.string(),
  revisions: z.array(revision).describe('Oldest first; the last is the file as it stands'),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), because: z.string() }).nullable(),
});
export type EvidenceFileView = z.infer<typeof evidenceFile>;

export const evidenceFiles = z.object({ items: z.array(evidenceFile) });
