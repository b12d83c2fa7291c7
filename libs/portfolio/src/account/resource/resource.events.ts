import { z } from 'zod';

export const resourceKinds = ['hours', 'people', 'money'] as const;

/** Where a resource comes from and goes to: an account, or the common pool. */
const place = z.union([z.literal('pool'), z.string().trim().min(1).max(100)]);

/** Something that moves with a decision: hours a month, people, or money a year in whole units of the tenant's currency. */
export const resourceLine = z.strictObject({
  kind: z.enum(resourceKinds),
  amount: z.number().positive('must be above zero').max(1e12),
  from: place,
  to: place,
});
export type ResourceLine = z.infer<typeof resourceLine>;

/** What really moved. */
export const resourceFound = z.object({ moved: z.number(), note: z.string() });
export type ResourceFound = z.infer<typeof resourceFound>;

export const resourceEvents = {
  /** On the day of checking, or later again: how much of a line of a decision has moved. */
  'portfolio.ResourceChecked': {
    schema: z.object({
      /** Version of the account that recorded the decision. */
      decision: z.int(),
      /** Place of the line in the decision, from 0. */
      line: z.int(),
      promised: resourceLine,
      from: resourceFound.nullable(),
      to: resourceFound,
    }),
  },
};
