import { z } from 'zod';
import { sections } from '../compare/changes';
import { planContent } from './plan-content';
import { planStates } from '../plan-list/plan-list';

const revision = z.object({
  revision: z.int(),
  reason: z.string().describe('Why it was written; may be empty for the first'),
  revisedBy: z.string(),
  revisedAt: z.iso.datetime(),
});
export type RevisionHead = z.infer<typeof revision>;

export const planAnswer = z.object({
  accountId: z.string(),
  accountCode: z.string(),
  accountName: z.string(),
  leadId: z.string().nullable(),
  sponsorId: z.string().nullable(),
  state: z.enum(planStates),
  /** 0 where there is no plan; If-Match takes it. */
  version: z.int(),
  /** Null where there is no plan yet. */
  current: revision.extend({ startedAt: z.iso.datetime(), content: planContent }).nullable(),
  reviewedOn: z.iso.date().nullable(),
  reviewedBy: z.string().nullable(),
  liveUntil: z.iso.date().nullable().describe('Last day on which the plan is live unless reviewed before'),
  reviewDays: z.int(),
  overdueActionIds: z.array(z.string()),
  mayWrite: z.boolean(),
  mayReview: z.boolean(),
});
export type PlanAnswer = z.infer<typeof planAnswer>;

export const revisionsAnswer = z.object({
  accountName: z.string(),
  /** Latest first. */
  revisions: z.array(revision.extend({ changes: z.int().describe('Differences from the revision before') })),
  reviews: z.array(z.object({ reviewedOn: z.iso.date(), reviewedBy: z.string(), revision: z.int(), note: z.string() })),
});
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>;

export const revisionAnswer = revision.extend({ accountName: z.string(), content: planContent });
export type RevisionAnswer = z.infer<typeof revisionAnswer>;

const comparison = z.object({
  section: z.enum(sections),
  item: z.string().nullable().describe('Id of the factor, objective or action; `year divisionId` of a forecast'),
  label: z.string().nullable().describe('Title of the item'),
  field: z.string().nullable().describe('Null where a whole item came or went; `order` where a list was re-ordered'),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.unknown(),
  after: z.unknown(),
  words: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })).nullable(),
  difference: z.number().nullable(),
});
export const compareAnswer = z.object({
  accountName: z.string(),
  from: revision.extend({ content: planContent }),
  to: revision.extend({ content: planContent }),
  changes: z.array(comparison),
});
export type CompareAnswer = z.infer<typeof compareAnswer>;
