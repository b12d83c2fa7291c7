import { paging } from '@mainstay/http';
import { z } from 'zod';
import { category } from '../account/category';

export const noticePage = z.object({
  unread: z.enum(['true']).optional().describe('Only those that the person has not taken note of'),
  ...paging,
});

export const noticesAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      account: z.string(),
      kind: z.enum(['moved', 'refused', 'corrected']),
      from: category.nullable(),
      to: category.nullable().describe('Null where a correction says that there was no such decision'),
      effectiveOn: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      toldAt: z.string(),
      readAt: z.string().nullable(),
    }),
  ),
  total: z.int(),
  unread: z.int(),
  next: z.string().nullable(),
});
