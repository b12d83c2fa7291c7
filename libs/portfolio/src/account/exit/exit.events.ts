import { z } from 'zod';
import { category } from '../category';

export const exitStates = ['open', 'done', 'not-relevant'] as const;
export type ExitState = (typeof exitStates)[number];

const point = z.object({
  id: z.string(),
  text: z.string(),
  /** Who sees to it; null where the account has no lead. */
  ownerId: z.string().nullable(),
  dueOn: z.string(),
});
const task = point.pick({ ownerId: true, dueOn: true });
const settled = z.object({ state: z.enum(exitStates), note: z.string() });

export const exitEvents = {
  /** The account leaves its category: what is to be seen to. In the same append as the decision. */
  'portfolio.ExitOpened': {
    schema: z.object({ from: category, to: category, effectiveOn: z.string(), points: z.array(point) }),
  },
  'portfolio.ExitPointAssigned': {
    schema: z.object({ exit: z.int(), point: z.string(), text: z.string(), from: task, to: task, reason: z.string() }),
  },
  'portfolio.ExitPointSettled': {
    schema: z.object({ exit: z.int(), point: z.string(), text: z.string(), from: settled, to: settled }),
  },
};
export type OpenedPoint = z.infer<typeof point>;
export type ExitPoint = OpenedPoint & z.infer<typeof settled>;
