import { z } from 'zod';

/** A catalogue has a few hundred items; no request needs to name more. */
const MOST_ITEMS = 1_000;
const text = (longest: number) => z.string().trim().max(longest, `must be at most ${longest} characters`).optional();

export const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language code such as de or pt-BR');

export const wordsOfItem = z.strictObject({
  id: z.string().min(1).max(100),
  label: text(300),
  help: text(2_000),
  guidance: text(4_000),
});

export const putWordsRequest = z.strictObject({
  items: z.array(wordsOfItem).min(1).max(MOST_ITEMS),
  reason: z.string().trim().max(2_000).default(''),
});
export type PutWordsRequest = z.infer<typeof putWordsRequest>;

export const importWordsQuery = z.object({
  fileName: z.string().max(300).optional(),
  dryRun: z.enum(['true', 'false']).default('true').describe('True only tells what an import would do'),
  reason: z.string().trim().max(2_000).default('').describe('Why the words change; not asked of a dry run'),
});

const ownWordsOrNone = z
  .object({ label: z.string().optional(), help: z.string().optional(), guidance: z.string().optional() })
  .nullable();

/** What an import does, or would do. */
export const importWordsOutcome = z.object({
  rows: z.int(),
  changes: z.array(z.object({ itemId: z.string(), from: ownWordsOrNone, to: ownWordsOrNone })),
  /** One refused row refuses the whole file. */
  refusals: z.array(z.object({ row: z.int(), column: z.string(), rule: z.string() })),
});
