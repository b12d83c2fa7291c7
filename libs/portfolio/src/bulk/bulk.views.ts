import { z } from 'zod';
import { accountFilter } from '../account/account-register/account-list';
import { country, person, prose } from '../fields';
import { touchedRow } from '../import/import.views';

const id = z.string().trim().min(1).max(100);
const entries = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ add: z.array(item).max(250).optional(), remove: z.array(item).max(250).optional() });

export const bulkBody = z.strictObject({
  accountIds: z.array(id).min(1, 'must name at least one account').max(50_000).optional(),
  filter: z
    .strictObject(
      Object.fromEntries(Object.keys(accountFilter.shape).map((name) => [name, z.string().max(1_000).optional()])),
    )
    .optional()
    .describe('As in the list of accounts; instead of accountIds, for all that it finds'),
  change: z.strictObject({
    leadId: person.nullable().optional(),
    sponsorId: person.nullable().optional(),
    industry: z.string().trim().max(120).optional(),
    parentId: id.nullable().optional(),
    countries: entries(country).optional(),
    divisionIds: entries(id).optional(),
  }),
  reason: prose.default(''),
  dryRun: z.boolean().default(true).describe('True only tells what the change would do'),
});
export type BulkBody = z.infer<typeof bulkBody>;

export const bulkAnswer = z.object({
  importId: z.string().nullable().describe('Of the change that has begun; null after a dry run'),
  selected: z.int(),
  changes: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  refusals: z.array(z.object({ row: z.int(), column: z.string(), rule: z.string() })),
  items: z.array(touchedRow.omit({ kind: true })).describe('The first accounts that change'),
});
export type BulkAnswer = z.infer<typeof bulkAnswer>;
