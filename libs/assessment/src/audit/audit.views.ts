import { z } from 'zod';
import { answer } from './answer';
import { assignment } from './assignment';
import { scope } from './audit.events';

export const auditStates = ['not-started', 'under-way', 'complete', 'signed-off'] as const;

/** Facts and totals of one audit, as lists and pages show them. */
export const auditSummary = z.object({
  id: z.string(),
  title: z.string(),
  scope,
  catalogueVersion: z.int(),
  auditDate: z.iso.date(),
  programmeStartedOn: z.iso.date().nullable(),
  /** The earlier audit that it started from. */
  basedOn: z.string().nullable(),
  /** Everyone who answers a part of it. */
  assessorIds: z.array(z.string()),
  /** Complete when no action is unanswered or unconfirmed; signed off until it is reopened. */
  status: z.enum(auditStates),
  score: z.int(),
  maximum: z.int(),
  /** `answered`, `notRelevant`, `unconfirmed` and `unanswered` add up to `actions`. */
  progress: z.object({
    actions: z.int(),
    /** Scored 0 to 3 in this audit. */
    answered: z.int(),
    notRelevant: z.int(),
    /** Carried over from an earlier audit and not looked at again: counts nothing. */
    unconfirmed: z.int(),
    unanswered: z.int(),
  }),
  lastAnsweredAt: z.iso.datetime().nullable(),
  signedOff: z
    .object({ by: z.string(), at: z.iso.datetime(), pinned: z.int(), digest: z.string() })
    .nullable()
    .describe('Null while the audit can change'),
});
export type AuditSummary = z.infer<typeof auditSummary>;

/** An answer as it stands. An action that has none is unanswered. */
export const givenAnswer = z.object({
  actionId: z.string(),
  answer,
  /** False for what was carried over and is not yet confirmed or changed: it counts nothing. */
  confirmed: z.boolean(),
  /** The earlier audit that the answer was carried over from, whether confirmed since or not. */
  carriedFrom: z.string().nullable(),
  /** True while it is exactly what was carried over, whether confirmed since or not. */
  asCarried: z.boolean(),
  /** Of an unconfirmed answer: who gave it in the earlier audit, and when. */
  answeredBy: z.string(),
  answeredAt: z.iso.datetime(),
  corrections: z.int(),
  /** Given for the last correction. */
  reason: z.string().nullable(),
});
export type GivenAnswer = z.infer<typeof givenAnswer>;

export const auditFacts = auditSummary.extend({
  assignments: z.array(assignment),
  openedBy: z.string(),
  openedAt: z.iso.datetime(),
  /** Of the record: send it back as If-Match to change what you have seen and nothing newer. */
  version: z.int(),
});

export const auditDetail = auditFacts.extend({ answers: z.array(givenAnswer) });
export type AuditDetail = z.infer<typeof auditDetail>;
