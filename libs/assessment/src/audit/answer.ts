import { z } from 'zod';

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

/** How sure the assessor is of the judgement. */
export const confidence = z.enum(['low', 'medium', 'high']);

/** Where evidence can be looked up: a page of the enterprise or of the web. */
export const link = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' }),
  title: z.string().optional(),
});
export type Link = z.infer<typeof link>;

export const MOST_LINKS = 20;

const evidence = {
  /** What the judgement rests on, in the assessor's words. */
  evidence: z.string().optional(),
  /** Date of what the evidence shows, ISO yyyy-mm-dd. */
  evidenceOn: z.iso.date().optional(),
  links: z.array(link).max(MOST_LINKS).optional(),
  confidence: confidence.optional(),
};

/**
 * What is said of an action: how far it is done, or that it is not relevant here and why. Not relevant counts 0 and stays
 * in the maximum; it is not the same as scored 0, and neither is the same as unanswered.
 */
export const answer = z.union([
  z.strictObject({ score, ...evidence }),
  z.strictObject({ notRelevant: z.literal(true), because: z.string(), ...evidence }),
]);

export type Score = z.infer<typeof score>;
export type Answer = z.infer<typeof answer>;
export type Confidence = z.infer<typeof confidence>;

export const points = (answer: Answer | undefined): number => (answer && 'score' in answer ? answer.score : 0);

export const isNotRelevant = (answer: Answer | undefined): boolean => answer !== undefined && 'notRelevant' in answer;

export function sameAnswer(one: Answer, other: Answer): boolean {
  return (
    sameJudgement(one, other) &&
    one.evidence === other.evidence &&
    one.evidenceOn === other.evidenceOn &&
    one.confidence === other.confidence &&
    linksOf(one).length === linksOf(other).length &&
    linksOf(one).every((link, index) => sameLink(link, linksOf(other)[index]!))
  );
}

/** True when `later` says all that `earlier` said, and at most fills in evidence or confidence that was left blank. */
export function onlyAddsEvidence(earlier: Answer, later: Answer): boolean {
  const kept = (before?: string, after?: string) => before === undefined || before === after;
  return (
    sameJudgement(earlier, later) &&
    kept(earlier.evidence, later.evidence) &&
    kept(earlier.evidenceOn, later.evidenceOn) &&
    kept(earlier.confidence, later.confidence) &&
    linksOf(earlier).every((link) => linksOf(later).some((other) => sameLink(link, other)))
  );
}

export const linksOf = (answer: Answer): readonly Link[] => answer.links ?? [];

const sameLink = (one: Link, other: Link) => one.url === other.url && one.title === other.title;

function sameJudgement(one: Answer, other: Answer): boolean {
  if ('score' in one) return 'score' in other && one.score === other.score;
  return 'notRelevant' in other && one.because === other.because;
}
