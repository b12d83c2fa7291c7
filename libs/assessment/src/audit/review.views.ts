import { z } from 'zod';
import { hint } from './hint';

export const auditHints = z.object({
  /** Evidence of an earlier day is from before the period that the audit is about. */
  evidenceFrom: z.iso.date(),
  hints: z.array(hint.extend({ id: z.string().describe('Send it back to accept the hint') })),
});
export type AuditHints = z.infer<typeof auditHints>;

export const auditSignOffs = z.object({
  /** Latest first; at most the first still holds. */
  items: z.array(
    z.object({
      /** Version of the audit's record whose answers it pins. */
      pinned: z.int(),
      /** SHA-256 of the answers with their evidence files, in hexadecimal. */
      digest: z.string(),
      /** Whether the answers are still the very ones that were signed, worked out anew from what is recorded. */
      unchanged: z.boolean(),
      score: z.int(),
      maximum: z.int(),
      answered: z.int(),
      notRelevant: z.int(),
      unanswered: z.int(),
      unansweredBecause: z.string().nullable(),
      /** Answers given by whoever signed. */
      ownAnswers: z.int(),
      note: z.string().nullable(),
      acceptedHints: z.array(hint),
      signedOffBy: z.string(),
      /** Read the audit as at this moment for the answers as they were signed. */
      signedOffAt: z.iso.datetime(),
      reopened: z.object({ by: z.string(), at: z.iso.datetime(), because: z.string() }).nullable(),
    }),
  ),
  /** Of the answers as they are. */
  digest: z.string(),
});
export type AuditSignOffs = z.infer<typeof auditSignOffs>;
