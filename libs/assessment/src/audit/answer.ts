import { z } from 'zod';

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const evidence = {
  /** What the judgement rests on, in the assessor's words. */
  evidence: z.string().optional(),
  /** Date of what the evidence shows, ISO yyyy-mm-dd. */
  evidenceOn: z.iso.date().optional(),
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

export const points = (answer: Answer | undefined): number => (answer && 'score' in answer ? answer.score : 0);

export const isNotRelevant = (answer: Answer | undefined): boolean => answer !== undefined && 'notRelevant' in answer;

export function sameAnswer(one: Answer, other: Answer): boolean {
  return sameJudgement(one, other) && one.evidence === other.evidence && one.evidenceOn === other.evidenceOn;
}

/** True when `later` says all that `earlier` said, and at most fills in evidence that was left blank. */
export function onlyAddsEvidence(earlier: Answer, later: Answer): boolean {
  const kept = (before?: string, after?: string) => before === undefined || before === after;
  return (
    sameJudgement(earlier, later) &&
    kept(earlier.evidence, later.evidence) &&
    kept(earlier.evidenceOn, later.evidenceOn)
  );
}

function sameJudgement(one: Answer, other: Answer): boolean {
  if ('score' in one) return 'score' in other && one.score === other.score;
  return 'notRelevant' in other && one.because === other.because;
}
