import type { Criteria, Scores } from '../criteria/criteria';

/** From so many points between the lowest and the highest on, scorers see an account differently. */
export const WIDE = 3;

export interface CriterionSpread {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  /** Scorers differ by three points or more: worth talking about before it is settled. */
  readonly wide: boolean;
  /** The middle of what was given, to whole points: where talking begins. */
  readonly middle: number;
}

/** How far scorers differ, criterion by criterion, in the order of the criteria; without any scores nothing. */
export function spreadOf(criteria: Criteria, given: readonly Scores[]): CriterionSpread[] {
  if (given.length === 0) return [];
  return criteria.map(({ id }) => {
    const scores = given.flatMap((one) => one[id] ?? []).sort((a, b) => a - b);
    const least = scores[0] ?? 0;
    const most = scores.at(-1) ?? 0;
    return { id, least, most, wide: most - least >= WIDE, middle: middleOf(scores) };
  });
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const middle =
    sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  return Math.round(middle);
}
