import { z } from 'zod';
import { category } from '../account/category';
import { prose } from '../fields';
import { mergeableFacts } from './merge';

/** Which value stays: the survivor's, the other's, or both together (lists joined, amounts added). */
const keeps = z.enum(['survivor', 'merged', 'both']);
export type Keeps = z.infer<typeof keeps>;

const fact = z.enum(mergeableFacts);

export const mergeBody = z.strictObject({
  into: z.string().trim().min(1, 'must be an account').max(100).describe('The account that survives'),
  keep: z
    .partialRecord(fact, keeps)
    .prefault({})
    .describe('Whose value stays, by fact; facts left out keep the survivor’s'),
  scores: z.enum(['survivor', 'merged']).default('survivor'),
  reason: prose.default(''),
});
export type MergeRequest = z.infer<typeof mergeBody>;

export const unmergeBody = z.strictObject({ reason: prose.default('') });

export const mergePreviewQuery = z.object({ into: z.string().min(1, 'must be an account').max(100) });

const side = z.object({ id: z.string(), code: z.string(), name: z.string(), category, scored: z.boolean() });
const counts = z.object({
  contacts: z.int(),
  reportingLines: z.int(),
  whiteSpace: z.int().describe('Cells of the white space of which nothing was said at the survivor'),
  children: z.int().describe('Accounts that have the merged one for their parent'),
});
const read = z.object({
  all: z.int(),
  holding: z.int().describe('Of these, those of a day before the survivor says anything itself; they hold for it'),
});
const reads = z.object({
  levels: read.describe('Levels of the relationship'),
  wallet: read.describe('Figures of the share of wallet'),
  scorings: z.int().describe('Occasions on which several people scored the merged account'),
});
export const mergePreviewAnswer = z.object({
  merged: side,
  survivor: side,
  facts: z.array(
    z.object({
      fact,
      merged: z.unknown(),
      survivor: z.unknown(),
      differs: z.boolean(),
      both: z.boolean().describe('Whether the two can be put together'),
      suggested: keeps,
    }),
  ),
  moves: counts.describe('What goes over to the survivor'),
  reads: reads.describe('What stays where it was said and is read with the survivor'),
  refusal: z.string().nullable().describe('Why the merge would be refused as things stand'),
});
export type MergePreview = z.infer<typeof mergePreviewAnswer>;
