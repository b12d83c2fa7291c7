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

/** Ways in which a category changes; the enterprise says for each how many people it takes. */
export const directions = ['select', 'up', 'down', 'de-select'] as const;
export type Direction = (typeof directions)[number];

export function directionOf(from: Category, to: Category): Direction {
  if (!isKey(to)) return 'de-select';
  if (!isKey(from)) return 'select';
  return rankOf(to) < rankOf(from) ? 'up' : 'down';
}

export const isKey = (one: Category): boolean => (keyCategories as readonly Category[]).includes(one);

/** Two people: whoever proposes a move does not approve it. */
export const approvals = ['one', 'two'] as const;
export type ApprovalRule = Readonly<Record<Direction, (typeof approvals)[number]>>;

/** What holds until the enterprise says otherwise. */
export const defaultApproval: ApprovalRule = { select: 'two', up: 'two', down: 'two', 'de-select': 'two' };
