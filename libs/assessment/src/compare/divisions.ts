import { z } from 'zod';
import { isNotRelevant, points } from '../audit/answer';
import { type Catalogue } from '../catalogue/catalogue';
import { cuts, cutsOf } from '../results/cuts';
import { currentPeriod, currentPeriodOf } from '../results/standing';
import type { Answers, Unconfirmed } from '../results/tally';

const judgement = z.object({
  auditId: z.string(),
  state: z.enum(['scored', 'notRelevant', 'unconfirmed', 'unanswered']),
  /** Null where nothing was scored. */
  score: z.int().nullable(),
});

/** How one scope stands by its latest audit. */
export const standingOfScope = z.object({
  auditId: z.string(),
  ...cuts.pick({ overall: true, phases: true, periods: true, cells: true }).shape,
  /** Null when every period has reached the threshold. */
  currentPeriod: currentPeriod.nullable(),
});

export const gap = z.object({
  actionId: z.string(),
  /** Points between the highest score and the lowest. */
  spread: z.int().positive(),
  /** In the order of the audits. */
  judgements: z.array(judgement),
});
export type Gap = z.infer<typeof gap>;

export interface Judged {
  readonly auditId: string;
  readonly answers: Answers;
  readonly unconfirmed: Unconfirmed;
}

export function standingsOf(catalogue: Catalogue, audits: readonly Judged[], threshold: number) {
  return audits.map(({ auditId, answers, unconfirmed }): z.infer<typeof standingOfScope> => {
    const { overall, phases, periods, cells } = cutsOf(catalogue, answers, unconfirmed);
    return { auditId, overall, phases, periods, cells, currentPeriod: currentPeriodOf({ periods }, threshold) };
  });
}

/**
 * Where audits differ, by action, widest first, then in the order of the catalogue. Only scores are held against each
 * other: what one has not answered, or finds not relevant, is no gap.
 */
export function gapsBetween(catalogue: Catalogue, audits: readonly Judged[]): Gap[] {
  return catalogue.actions
    .map(({ id }) => {
      const judgements = audits.map((audit) => judgementOf(audit, id));
      const scores = judgements.flatMap(({ score }) => score ?? []);
      const spread = scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : 0;
      return { actionId: id, spread, judgements };
    })
    .filter(({ spread }) => spread > 0)
    .sort((one, other) => other.spread - one.spread);
}

function judgementOf({ auditId, answers, unconfirmed }: Judged, actionId: string): z.infer<typeof judgement> {
  const answer = answers[actionId];
  if (!answer) return { auditId, state: unconfirmed.has(actionId) ? 'unconfirmed' : 'unanswered', score: null };
  if (isNotRelevant(answer)) return { auditId, state: 'notRelevant', score: null };
  return { auditId, state: 'scored', score: points(answer) };
}
