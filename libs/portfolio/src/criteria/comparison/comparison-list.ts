import { paging, tableFormat } from '@mainstay/http';
import { z } from 'zod';
import { outcomes } from './comparison';
import type { ComparedAccount } from './comparison.queries';

const filter = z.object({ outcome: z.enum(outcomes).optional().describe('Only accounts of this outcome') });

export const comparisonPage = filter.extend({
  ...paging,
});
export type ComparisonPage = z.infer<typeof comparisonPage>;

export const comparisonExport = filter.extend({ format: tableFormat });
export type ComparisonExport = z.infer<typeof comparisonExport>;

export const comparisonColumns: Record<string, (account: ComparedAccount) => string | number | null> = {
  Code: ({ code }) => code,
  Name: ({ name }) => name,
  Spend: ({ spend }) => spend,
  Category: ({ category }) => category,
  Outcome: ({ outcome }) => outcome,
  'Attractiveness before': ({ before }) => before.attractiveness,
  'Standing before': ({ before }) => before.standing,
  'Suggested before': ({ before }) => before.suggested,
  'Attractiveness after': ({ after }) => after?.attractiveness ?? null,
  'Standing after': ({ after }) => after?.standing ?? null,
  'Suggested after': ({ after }) => after?.suggested ?? null,
  'Needs a score for': ({ missing }) => missing.join(', '),
  Id: ({ id }) => id,
};
