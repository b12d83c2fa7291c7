/** What a move in the matrix would take: which scores would have to change. Nothing is moved by it. */

export interface ScoredCriterion {
  readonly id: string;
  readonly axis: 'attractiveness' | 'standing';
  readonly label: string;
  readonly score: number;
  /** Of its axis, 0 to 1. */
  readonly share: number;
}
export interface ScoreChange {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  /** To one decimal, 0 to 10. */
  readonly to: number;
}
export interface AxisChange {
  readonly axis: ScoredCriterion['axis'];
  readonly from: number;
  readonly to: number;
  /** Criteria of which one alone would do, the smallest change first. */
  readonly alone: readonly ScoreChange[];
  /** Where no criterion does it alone: the fewest that do it together, those with the most weight first. */
  readonly together: readonly ScoreChange[];
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** For each axis on which the place differs by a tenth or more, the changes of scores that would bring it about. */
export function changesFor(
  criteria: readonly ScoredCriterion[],
  to: { readonly attractiveness: number; readonly standing: number },
): AxisChange[] {
  return (['attractiveness', 'standing'] as const).flatMap((axis) => {
    const own = criteria.filter((one) => one.axis === axis);
    const mean = own.reduce((sum, { score, share }) => sum + score * share, 0);
    const wanted = tenth(Math.min(10, Math.max(0, to[axis])));
    if (own.length === 0 || tenth(mean) === wanted) return [];
    const needed = wanted - mean;
    const alone = own
      .map((one) => ({ ...one, reach: one.score + needed / one.share }))
      .filter(({ reach }) => reach >= -1e-9 && reach <= 10 + 1e-9)
      .sort((one, other) => Math.abs(one.reach - one.score) - Math.abs(other.reach - other.score))
      .map(({ id, label, score, reach }) => ({ id, label, from: score, to: tenth(reach) }));
    return [{ axis, from: tenth(mean), to: wanted, alone, together: alone.length > 0 ? [] : together(own, needed) }];
  });
}

/** Each criterion in turn to its end of the scale, the one that brings most first; the last only as far as it must. */
function together(own: readonly ScoredCriterion[], needed: number): ScoreChange[] {
  const room = ({ score, share }: ScoredCriterion) => (needed > 0 ? 10 - score : score) * share;
  const changes: ScoreChange[] = [];
  let left = Math.abs(needed);
  for (const one of [...own].sort((a, b) => room(b) - room(a))) {
    if (left < 1e-9) break;
    const moved = Math.min(left, room(one));
    if (moved <= 0) continue;
    left -= moved;
    const change = (Math.sign(needed) * moved) / one.share;
    changes.push({ id: one.id, label: one.label, from: one.score, to: tenth(one.score + change) });
  }
  return changes;
}
