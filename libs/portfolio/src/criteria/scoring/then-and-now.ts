import { placed, type Placed } from '../comparison/comparison';
import { type Axis, missingScores, type Scores, shareOf, type Weighing } from '../criteria';

export interface ScoreThenAndNow {
  readonly id: string;
  readonly axis: Axis;
  readonly label: string;
  readonly score: number | null;
  /** Share of its axis, 0 to 1; null where the criteria have no such criterion. */
  readonly shareThen: number | null;
  readonly shareNow: number | null;
}

/** One account's scores under the criteria of then and of now, criterion by criterion. */
export function thenAndNow(
  then: Weighing,
  now: Weighing,
  scores: Scores,
): { now: Placed | null; missing: string[]; criteria: ScoreThenAndNow[] } {
  const removed = then.criteria.filter(({ id }) => !now.criteria.some((other) => other.id === id));
  const share = ({ criteria }: Weighing, id: string) => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion ? shareOf(criteria, criterion) : null;
  };
  return {
    now: placed(now, scores),
    missing: missingScores(now.criteria, scores),
    criteria: [...now.criteria, ...removed].map(({ id, axis, label }) => ({
      id,
      axis,
      label,
      score: scores[id] ?? null,
      shareThen: share(then, id),
      shareNow: share(now, id),
    })),
  };
}
