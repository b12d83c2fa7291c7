import { type Suggested } from '../comparison/comparison';
import { axisScores, type Criteria, type Criterion, type Scores, shareOf, suggestedCategory } from '../criteria';

export interface Sensitivity {
  readonly id: string;
  readonly weight: number;
  /** Of its axis, 0 to 1. */
  readonly share: number;
  /** The nearest weight that changes the suggestion; null where no weight does. */
  readonly change: { readonly weight: number; readonly share: number; readonly suggested: Suggested } | null;
}

/** Weights are tried in steps of a tenth, up to the largest that a criterion may have. */
const STEPS = 10;
const MOST = 1000 * STEPS;

/**
 * For each criterion by itself, the smallest change of its weight that changes what the scores suggest, the nearest to
 * its present share first. The mean of an axis moves one way as one weight grows, so each side has one turning point.
 */
export function sensitivity(criteria: Criteria, scores: Scores): Sensitivity[] {
  const rows = criteria.map((criterion) => {
    const share = shareOf(criteria, criterion);
    return { id: criterion.id, weight: criterion.weight, share, change: nearestChange(criteria, scores, criterion) };
  });
  const distance = ({ share, change }: Sensitivity) => (change ? Math.abs(change.share - share) : Infinity);
  return rows.sort((a, b) => (distance(a) < distance(b) ? -1 : distance(a) > distance(b) ? 1 : 0));
}

function nearestChange(criteria: Criteria, scores: Scores, criterion: Criterion): Sensitivity['change'] {
  const weighing = (weight: number) => criteria.map((one) => (one.id === criterion.id ? { ...one, weight } : one));
  const suggests = (step: number) => suggestedCategory(axisScores({ criteria: weighing(step / STEPS) }, scores));
  const now = suggestedCategory(axisScores({ criteria }, scores));
  const step =
    turningPoint(Math.floor(criterion.weight * STEPS), MOST, (at) => suggests(at) !== now) ??
    turningPoint(Math.ceil(criterion.weight * STEPS), 1, (at) => suggests(at) !== now);
  if (step === undefined) return null;
  const weight = step / STEPS;
  return { weight, share: shareOf(weighing(weight), { ...criterion, weight }), suggested: suggests(step) };
}

/** The step nearest to `from` on the way to `to` from which on the suggestion differs. */
function turningPoint(from: number, to: number, differs: (step: number) => boolean): number | undefined {
  if (from === to || !differs(to)) return undefined;
  let same = from;
  let other = to;
  while (Math.abs(other - same) > 1) {
    const middle = Math.trunc((same + other) / 2);
    if (differs(middle)) other = middle;
    else same = middle;
  }
  return other;
}
