import { paging } from '@mainstay/http';
import { z } from 'zod';
import { category } from '../account/category';
import { prose } from '../fields';
import { signs } from './judgement';

export const duplicateFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the name or code of either account'),
  divisionId: z.string().max(100).optional(),
  sign: z.enum(signs).optional().describe('Only pairs that this speaks for'),
  ruledOut: z.enum(['only']).optional().describe('Pairs that somebody found to be two customers'),
});
export type DuplicateFilter = z.infer<typeof duplicateFilter>;

export const duplicatePage = duplicateFilter.extend({
  ...paging,
});

const suspect = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  countries: z.array(z.string()),
  leadId: z.string().nullable(),
  spend: z.number(),
});
const pair = z.object({
  one: suspect,
  other: suspect,
  score: z.int().describe('0 to 100: how much speaks for one customer'),
  signs: z.array(z.enum(signs)),
  likeness: z.number().describe('Of the names, 0 to 1'),
  ruling: z.object({ reason: z.string(), ruledBy: z.string(), ruledAt: z.string() }).nullable(),
});
export type SuspectedPair = z.infer<typeof pair>;

export const duplicatesAnswer = z.object({
  items: z.array(pair),
  total: z.int(),
  next: z.string().nullable(),
});

export const ruleBody = z.strictObject({
  otherId: z.string().trim().min(1, 'must be an account').max(100),
  reason: prose.default(''),
});
