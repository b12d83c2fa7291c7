import type { Category } from './category';

/** A decision as it stands after corrections; `decision` is the version of the account that recorded it. */
export interface Decided {
  readonly decision: number;
  readonly category: Category;
  /** Business date from which it holds. */
  readonly effectiveOn: string;
}

export interface CategoryPeriod extends Decided {
  /** First day on which it no longer holds; null for the last one. */
  readonly until: string | null;
}

/**
 * What holds when, on the effective clock: each decision from its date until the next one's. Of two from the same day
 * the one recorded later holds. Whatever order decisions are recorded in, there is neither gap nor overlap.
 */
export function timelineOf(decisions: readonly Decided[]): CategoryPeriod[] {
  const inBusinessOrder = [...decisions].sort(
    (one, other) => compare(one.effectiveOn, other.effectiveOn) || one.decision - other.decision,
  );
  return inBusinessOrder
    .filter((one, index) => one.effectiveOn !== inBusinessOrder[index + 1]?.effectiveOn)
    .map((one, index, kept) => ({ ...one, until: kept[index + 1]?.effectiveOn ?? null }));
}

/** The decision that holds on a day; undefined before the first: the account is a prospect. */
export const inForceOn = (decisions: readonly Decided[], day: string): CategoryPeriod | undefined =>
  timelineOf(decisions).findLast(({ effectiveOn }) => effectiveOn <= day);

/** The next decision that takes effect after a day. */
export const comingAfter = (decisions: readonly Decided[], day: string): CategoryPeriod | undefined =>
  timelineOf(decisions).find(({ effectiveOn }) => effectiveOn > day);

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
