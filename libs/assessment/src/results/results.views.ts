import { z } from 'zod';
import { auditFacts } from '../audit/audit.views';
import { actionStates } from '../action/action.events';
import { results } from './results';

export const resultsQuery = z.object({
  threshold: z.coerce
    .number()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Per cent of its maximum from which a period counts as reached; that of the enterprise where none is named',
    ),
});

export const auditResults = z.object({
  audit: auditFacts,
  ...results.shape,
  /** Every audit of the same scope with its place on the road, by date; this one is among them. */
  trail: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      auditDate: z.iso.date(),
      score: z.int(),
      unanswered: z.int(),
      /** Carried over from an earlier audit and not yet looked at again. */
      unconfirmed: z.int(),
      signedOff: z.boolean(),
    }),
  ),
  /** What is done, or was, about actions of this scope's audits; what is not finished first. */
  programmeActions: z.array(
    z.object({
      id: z.string(),
      actionId: z.string(),
      auditId: z.string(),
      title: z.string(),
      ownerId: z.string(),
      dueOn: z.iso.date(),
      state: z.enum(actionStates),
    }),
  ),
});
export type AuditResults = z.infer<typeof auditResults>;
