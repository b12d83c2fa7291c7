import { z } from 'zod';
import { answer, points } from '../audit/answer';
import { type Catalogue, phaseIds } from '../catalogue/catalogue';
import { cutsOf } from '../results/cuts';
import type { Answers } from '../results/tally';

const change = z.object({
  actionId: z.string(),
  /** Points gained; negative where lost. */
  change: z.int(),
  /** Null where the action was unanswered. */
  from: answer.nullable(),
  to: answer.nullable(),
});

export const comparison = z.object({
  score: z.object({ from: z.int(), to: z.int(), change: z.int() }),
  periods: z.array(
    z.object({
      phase: z.enum(phaseIds),
      period: z.int(),
      maximum: z.int(),
      from: z.int(),
      to: z.int(),
      change: z.int(),
    }),
  ),
  /** Actions whose points went up or down, with the answer and evidence of both sides. */
  moved: z.array(change),
  /** Actions answered otherwise without a point gained or lost: 0, unanswered and not relevant all count 0. */
  restated: z.array(change),
});
export type Comparison = z.infer<typeof comparison>;

/** What moved between two audits made under one catalogue version. */
export function compare(catalogue: Catalogue, from: Answers, to: Answers): Comparison {
  const before = cutsOf(catalogue, from);
  const after = cutsOf(catalogue, to);
  const changes = catalogue.actions.map(({ id }) => ({
    actionId: id,
    change: points(to[id]) - points(from[id]),
    from: from[id] ?? null,
    to: to[id] ?? null,
  }));
  return {
    score: { from: before.overall.score, to: after.overall.score, change: after.overall.score - before.overall.score },
    periods: before.periods.map(({ phase, period, maximum, score }, index) => {
      const later = after.periods[index]!.score;
      return { phase, period, maximum, from: score, to: later, change: later - score };
    }),
    moved: changes.filter(({ change }) => change !== 0),
    restated: changes.filter(({ change, from, to }) => change === 0 && kindOf(from) !== kindOf(to)),
  };
}

const kindOf = (given: z.infer<typeof answer> | null) =>
  given === null ? 'unanswered' : 'notRelevant' in given ? 'not relevant' : 'scored';
