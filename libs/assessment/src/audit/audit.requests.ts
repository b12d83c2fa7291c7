import { z } from 'zod';
import { presentPhaseAudit } from '../catalogue/phase-audit';
import { type Answer, confidence, link, MOST_LINKS } from './answer';
import { assignment } from './assignment';
import { scope } from './audit.events';

const personId = z.string().min(1).max(200);
/** Words that may be left out; blank counts as left out. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || undefined);

export const openAuditRequest = z.strictObject({
  scope,
  title: z.string().trim().min(1).max(200),
  auditDate: z.iso.date(),
  programmeStartedOn: z.iso.date().optional(),
  catalogueVersion: z.int().positive().default(presentPhaseAudit),
  assessorIds: z.array(personId).max(50).default([]),
  assignments: z.array(assignment).max(500).default([]),
  /** An earlier audit of the same scope, whose answers are carried over to be confirmed or changed. */
  basedOn: z.string().min(1).max(100).optional(),
});

export const assignAssessorsRequest = z.strictObject({ assessorIds: z.array(personId).max(50) });

/** Says of every part who answers it; what is left out is taken back. */
export const assignPartsRequest = z.strictObject({ assignments: z.array(assignment).max(500) });

export const confirmAnswersRequest = z.strictObject({
  actionIds: z.array(z.string().min(1).max(20)).min(1, 'name at least one action').max(500),
});

export const signAuditOffRequest = z.strictObject({
  /** Hints that were looked at and may stand, by the ids that the list of hints gives. */
  acceptedHints: z.array(z.string().min(1).max(5_000)).max(1_000).default([]),
  unansweredBecause: words(2_000),
  note: words(5_000),
});

export const reopenAuditRequest = z.strictObject({ reason: words(2_000) });

/** States the whole answer: evidence left out is no evidence. */
export const answerRequest = z
  .strictObject({
    score: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], 'must be 0, 1, 2 or 3').optional(),
    notRelevant: z.boolean().optional(),
    because: words(2_000),
    evidence: words(10_000),
    evidenceOn: z.iso.date().optional(),
    links: z
      .array(link.extend({ url: link.shape.url.max(2_000), title: words(200) }))
      .max(MOST_LINKS, `gives at most ${MOST_LINKS} links`)
      .optional()
      .transform((links) => (links?.length ? links : undefined)),
    confidence: confidence.optional(),
    reason: words(2_000),
  })
  .refine(({ score, notRelevant }) => (score !== undefined) !== (notRelevant === true), {
    path: ['score'],
    error: 'say either a score from 0 to 3 or notRelevant: true',
  })
  .refine(({ notRelevant, because }) => notRelevant === true || because === undefined, {
    path: ['because'],
    error: 'goes only with notRelevant: true',
  });

export function answerOf(body: z.infer<typeof answerRequest>): Answer {
  const { score, because, evidence, evidenceOn, links, confidence } = body;
  const rest = { evidence, evidenceOn, links, confidence };
  return score === undefined ? { notRelevant: true, because: because ?? '', ...rest } : { score, ...rest };
}
