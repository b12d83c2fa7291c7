import { z } from 'zod';
import { isNotRelevant, points } from '../audit/answer';
import { type Catalogue, type CatalogueAction, phaseIds } from '../catalogue/catalogue';
import type { CurrentPeriod } from './standing';
import { type Answers, HIGHEST_SCORE } from './tally';

/** What would lift the current period over its threshold: the fewest actions, each brought to 3. */
export const nextBest = z.object({
  phase: z.enum(phaseIds),
  period: z.int(),
  score: z.int(),
  /** The score from which the period counts as reached. */
  target: z.int(),
  maximum: z.int(),
  /** Points that are lacking. */
  needed: z.int().positive(),
  /** False where even all of them would not do: what is not relevant counts 0 and stays in the maximum. */
  reachable: z.boolean(),
  actions: z.array(
    z.object({
      actionId: z.string(),
      /** What it counts at present. */
      score: z.int(),
      /** Points won when it is complete. */
      gain: z.int().positive(),
      /** How many other actions build on it. */
      supports: z.int().min(0),
    }),
  ),
});
export type NextBest = z.infer<typeof nextBest>;
type Raise = NextBest['actions'][number];

/** For the period that is current under the threshold: it lacks at least one point. */
export function nextBestOf(
  catalogue: Catalogue,
  answers: Answers,
  { phase, period }: CurrentPeriod,
  threshold: number,
): NextBest {
  const asked = catalogue.actions.filter((action) => action.phase === phase && action.period === period);
  const score = asked.reduce((sum, { id }) => sum + points(answers[id]), 0);
  const maximum = asked.length * HIGHEST_SCORE;
  const target = targetOf(maximum, threshold);
  const needed = target - score;
  const possible = raisesIn(catalogue, asked, answers);
  const chosen = fewest(possible, needed);
  const rest = { phase, period, score, target, maximum, needed };
  return { ...rest, reachable: chosen !== undefined, actions: chosen ?? possible };
}

/** The smallest whole score that is not under the threshold. */
const targetOf = (maximum: number, threshold: number): number => {
  const near = Math.floor((maximum * threshold) / 100);
  return near * 100 >= threshold * maximum ? near : near + 1;
};

/** In the order of the catalogue. What is not relevant here cannot be raised. */
function raisesIn(catalogue: Catalogue, asked: readonly CatalogueAction[], answers: Answers): Raise[] {
  return asked
    .filter(({ id }) => !isNotRelevant(answers[id]) && points(answers[id]) < HIGHEST_SCORE)
    .map(({ id }) => ({
      actionId: id,
      score: points(answers[id]),
      gain: HIGHEST_SCORE - points(answers[id]),
      supports: catalogue.actions.filter(({ buildsOn }) => buildsOn?.includes(id)).length,
    }));
}

/**
 * The fewest raises that win the points needed; among as many, those that most other actions build on, then those first
 * in the catalogue. Raises that win the same are ranked by that alone, so it is enough to try how many of each gain.
 */
function fewest(possible: readonly Raise[], needed: number): Raise[] | undefined {
  const order = new Map(possible.map(({ actionId }, index) => [actionId, index]));
  const at = ({ actionId }: Raise) => order.get(actionId)!;
  const [threes, twos, ones] = [3, 2, 1].map((gain) =>
    possible
      .filter((raise) => raise.gain === gain)
      .sort((one, other) => other.supports - one.supports || at(one) - at(other)),
  ) as [Raise[], Raise[], Raise[]];
  let best: Raise[] | undefined;
  for (let three = 0; three <= threes.length; three++) {
    for (let two = 0; two <= twos.length; two++) {
      const one = Math.max(0, needed - three * 3 - two * 2);
      if (one > ones.length) continue;
      const found = [...threes.slice(0, three), ...twos.slice(0, two), ...ones.slice(0, one)].sort(
        (a, b) => at(a) - at(b),
      );
      if (!best || isBetter(found, best, at)) best = found;
    }
  }
  return best;
}

function isBetter(found: readonly Raise[], best: readonly Raise[], at: (raise: Raise) => number): boolean {
  if (found.length !== best.length) return found.length < best.length;
  const supports = (raises: readonly Raise[]) => raises.reduce((sum, raise) => sum + raise.supports, 0);
  if (supports(found) !== supports(best)) return supports(found) > supports(best);
  const differs = found.findIndex((raise, index) => raise !== best[index]);
  return differs >= 0 && at(found[differs]!) < at(best[differs]!);
}
