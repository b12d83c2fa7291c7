import { z } from 'zod';

/** What every enterprise has until it says otherwise, in the order of the effort they deserve. */
export const shippedIds = ['strategic', 'star', 'status', 'streamline', 'prospect', 'not-key'] as const;

/** A shipped category, or one that the enterprise added: its names, order and entitlement are settings (`../category`). */
export const category = z.union([
  z.enum(shippedIds),
  z.templateLiteral(['own-', z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)]),
]);
export type Category = z.infer<typeof category>;

/** Before the first decision, and after the last: the two that no enterprise does without, and that are not key. */
export const notKeyIds = ['prospect', 'not-key'] as const satisfies readonly Category[];

/** Whether accounts of the category are key accounts: the ones that use up the programme's capacity. */
export const isKey = (one: Category): boolean => !(notKeyIds as readonly Category[]).includes(one);

/** SQL: the same of a column that holds a category. */
export const keySql = (column = 'account.category') =>
  `${column} not in (${notKeyIds.map((id) => `'${id}'`).join(', ')})`;

/** What the scores can suggest: the four quadrants of the portfolio matrix. Which category each stands for is a setting. */
export const suggestedCategories = ['strategic', 'star', 'status', 'streamline'] as const satisfies readonly Category[];
export const suggestion = z.enum(suggestedCategories);
export type Quadrant = z.infer<typeof suggestion>;

/** Ways in which a category changes; the enterprise says for each how many people it takes. */
export const directions = ['select', 'up', 'down', 'de-select'] as const;
export type Direction = (typeof directions)[number];

/** @param order the enterprise's categories, those that deserve most first */
export function directionOf(from: Category, to: Category, order: readonly Category[]): Direction {
  if (!isKey(to)) return 'de-select';
  if (!isKey(from)) return 'select';
  return order.indexOf(to) < order.indexOf(from) ? 'up' : 'down';
}

/** Two people: whoever proposes a move does not approve it. */
export const approvals = ['one', 'two'] as const;
export type ApprovalRule = Readonly<Record<Direction, (typeof approvals)[number]>>;

/** What holds until the enterprise says otherwise. */
export const defaultApproval: ApprovalRule = { select: 'two', up: 'two', down: 'two', 'de-select': 'two' };
