import { z } from 'zod';
import { category } from '../account/category';
import { categoryShape, exitPointShape } from './categories.events';

const accounts = z.int().describe('Accounts in it now, of those that the reader sees');

export const categoriesAnswer = z.object({
  id: z.string().describe('Of the record, for its history'),
  version: z.int().describe('Of the record, for If-Match'),
  inForce: z.int().describe('The version in force on the day of reading'),
  items: z.array(categoryShape.extend({ accounts })).describe('In force, those that deserve most first'),
  former: z
    .array(z.object({ id: category, name: z.string(), accounts }))
    .describe('Retired, or not in force yet: still named where a record holds them'),
  latest: z
    .object({ version: z.int(), categories: z.array(categoryShape), effectiveOn: z.string().nullable() })
    .describe('The last version said, which may take effect on a day to come'),
  versions: z
    .array(
      z.object({
        version: z.int(),
        effectiveOn: z.string(),
        reason: z.string(),
        setBy: z.string(),
        setAt: z.string(),
      }),
    )
    .describe('Said by the enterprise, the latest first; version 1 is the shipped one'),
  exitPoints: z.array(exitPointShape),
});
export type CategoriesAnswer = z.infer<typeof categoriesAnswer>;
