import { isDeepStrictEqual } from 'node:util';
import { type Criteria, type Criterion, shareOf } from '../criteria';

export interface CriterionChange {
  readonly id: string;
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Share of the axis, 0 to 1; null where the set has no such criterion. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** The anchors, the axis, the question or the bands differ: scores given before may mean something else. */
  readonly reworded: boolean;
}

/** How one set of criteria differs from another; criteria that are alike are left out. */
export function changesBetween(before: Criteria, after: Criteria): CriterionChange[] {
  const removed = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [...after, ...removed].flatMap((criterion) => {
    const was = before.find(({ id }) => id === criterion.id);
    const is = after.find(({ id }) => id === criterion.id);
    const change: CriterionChange = {
      id: criterion.id,
      label: criterion.label,
      kind: !was ? 'added' : !is ? 'removed' : 'changed',
      shareBefore: was ? shareOf(before, was) : null,
      shareAfter: is ? shareOf(after, is) : null,
      reworded: !!was && !!is && !alike(was, is),
    };
    const same = change.kind === 'changed' && !change.reworded && sameShare(change);
    return same ? [] : [change];
  });
}

const sameShare = ({ shareBefore, shareAfter }: CriterionChange) => Math.abs(shareBefore! - shareAfter!) < 1e-9;

const alike = (a: Criterion, b: Criterion) =>
  a.axis === b.axis &&
  a.help === b.help &&
  a.label === b.label &&
  isDeepStrictEqual(a.fed, b.fed) &&
  (['0', '5', '10'] as const).every((at) => a.anchors[at] === b.anchors[at]);
