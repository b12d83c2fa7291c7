import { z } from 'zod';
import { answer } from './answer';
import { scope } from './audit.events';

/** Facts and totals of one audit, as lists and pages show them. */
export const auditSummary = z.object({
  id: z.string(),
  title: z.string(),
  scope,
  catalogueVersion: z.int(),
  auditDate: z.iso.date(),
  programmeStartedOn: z.iso.date().nullable(),
  assessorIds: z.array(z.string()),
  /** Complete when no action is unanswered. */
  status: z.enum(['not-started', 'under-way', 'complete']),
  score: z.int(),
  maximum: z.int(),
  progress: z.object({ actions: z.int(), answered: z.int(), notRelevant: z.int(), unanswered: z.int() }),
  lastAnsweredAt: z.iso.datetime().nullable(),
});
export type AuditSummary = z.infer<typeof auditSummary>;

/** An answer as it stands. An action that has none is unanswered. */
export const givenAnswer = z.object({
  actionId: z.string(),
  answer,
  answeredBy: z.string(),
  answeredAt: z.iso.datetime(),
  corrections: z.int(),
  /** Given for the last correction. */
  reason: z.string().nullable(),
});
export type GivenAnswer = z.infer<typeof givenAnswer>;

export const auditFacts = auditSummary.extend({
  openedBy: z.string(),
  openedAt: z.iso.datetime(),
  /** Of the record: send it back as If-Match to change what you have seen and nothing newer. */
  version: z.int(),
});

export const auditDetail = auditFacts.extend({ answers: z.array(givenAnswer) });
export type AuditDetail = z.infer<typeof auditDetail>;
