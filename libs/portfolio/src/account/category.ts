import { z } from 'zod';

/** In the order of the effort they deserve. */
export const categories = ['strategic', 'star', 'status', 'streamline', 'prospect', 'not-key'] as const;
export const category = z.enum(categories);
export type Category = (typeof categories)[number];

/** Categories that make an account a key account: the ones that use up the programme's capacity. */
export const keyCategories = ['strategic', 'star', 'status', 'streamline'] as const satisfies readonly Category[];

/** What the scores can suggest: the four quadrants of the portfolio matrix. */
export const suggestedCategories = keyCategories;
export const suggestion = z.enum(suggestedCategories);

export const rankOf = (one: Category): number => categories.indexOf(one);
