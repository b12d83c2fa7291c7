import { paging } from '@mainstay/http';
import { z } from 'zod';
import { upAndDown } from '../../line-page';
import { category } from '../category';
import { exitStates } from './exit.events';

export const exitAnswer = z.object({
  items: z.array(
    z.object({
      exit: z.int(),
      from: category,
      to: category,
      effectiveOn: z.string(),
      openedAt: z.string(),
      stands: z.boolean().describe('False once a correction said that there was no such decision'),
      complete: z.boolean(),
      points: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          ownerId: z.string().nullable(),
          dueOn: z.string(),
          state: z.enum(exitStates),
          note: z.string(),
          settledBy: z.string().nullable(),
          settledAt: z.string().nullable(),
        }),
      ),
    }),
  ),
});

export const exitFilter = z.object({
  state: z.enum(['open', 'overdue', 'complete']).optional().describe('Overdue ones are open too'),
  divisionId: z.string().max(100).optional(),
  sort: z
    .enum(upAndDown('next', 'account', 'effectiveOn', 'seen', 'overdue'))
    .default('next')
    .describe('A leading minus sorts downwards'),
});
export type ExitFilter = z.infer<typeof exitFilter>;
export const exitPage = exitFilter.extend(paging);
export type ExitPage = z.infer<typeof exitPage>;

export const exitLines = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      code: z.string(),
      name: z.string(),
      leadId: z.string().nullable(),
      exit: z.int(),
      from: category,
      to: category,
      effectiveOn: z.string(),
      points: z.int(),
      settled: z.int(),
      overdue: z.int(),
      nextDueOn: z.string().nullable(),
    }),
  ),
  total: z.int(),
  next: z.string().nullable(),
});
export type ExitLine = z.infer<typeof exitLines>['items'][number];
