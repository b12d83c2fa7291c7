import { z } from 'zod';
import { auditFacts } from '../audit/audit.views';
import { results } from './results';
import { DEFAULT_THRESHOLD } from './standing';

export const resultsQuery = z.object({
  threshold: z.coerce
    .number()
    .min(1)
    .max(100)
    .default(DEFAULT_THRESHOLD)
    .describe('Per cent of its maximum from which a period counts as reached'),
});

export const auditResults = z.object({
  audit: auditFacts,
  ...results.shape,
  /** Every audit of the same scope with its place on the road, by date; this one is among them. */
  trail: z.array(
    z.object({ id: z.string(), title: z.string(), auditDate: z.iso.date(), score: z.int(), unanswered: z.int() }),
  ),
});
export type AuditResults = z.infer<typeof auditResults>;
