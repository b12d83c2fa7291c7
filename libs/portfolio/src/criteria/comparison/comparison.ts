import type { suggestedCategories } from '../../account/category';
import { axisScores, type AxisScores, missingScores, type Scores, suggestedCategory, type Weighing } from '../criteria';

export type Suggested = (typeof suggestedCategories)[number];
export interface Placed extends AxisScores {
  readonly suggested: Suggested;
}
/** What an account was given, and where that put it at that time. */
export interface Given extends Placed {
  readonly scores: Scores;
}

export const outcomes = ['category', 'moves', 'stays', 'needs-scoring'] as const;
export interface Compared {
  /** Another category suggested, another place in the matrix, the same place, or not to be said before it is scored. */
  readonly outcome: (typeof outcomes)[number];
  /** Under the version in force; as it was scored where that version asks more than was scored. */
  readonly before: Placed;
  /** Null where criteria have no score. */
  readonly after: Placed | null;
  /** Ids of criteria that have no score. */
  readonly missing: readonly string[];
}

/** Where an account stands under two sets of criteria, by the scores that it has. */
export function compare(before: Weighing, after: Weighing, given: Given): Compared {
  const { attractiveness, standing, suggested, scores } = given;
  const was = placed(before, scores) ?? { attractiveness, standing, suggested };
  const is = placed(after, scores);
  const outcome = is ? between(was, is) : 'needs-scoring';
  return { outcome, before: was, after: is, missing: missingScores(after.criteria, scores) };
}

function between(was: Placed, is: Placed): Compared['outcome'] {
  if (was.suggested !== is.suggested) return 'category';
  return was.attractiveness === is.attractiveness && was.standing === is.standing ? 'stays' : 'moves';
}

/** Place and suggestion under a set; null where a criterion has no score, or an axis no criterion. */
export function placed(set: Weighing, scores: Scores): Placed | null {
  if (missingScores(set.criteria, scores).length > 0) return null;
  const axes = axisScores(set, scores);
  if (Number.isNaN(axes.attractiveness) || Number.isNaN(axes.standing)) return null;
  return { ...axes, suggested: suggestedCategory(axes) };
}
