import { setImmediate } from 'node:timers/promises';
import { nameGrams } from './name-key';

export interface LikePair {
  /** Places in the list of names. */
  readonly one: number;
  readonly other: number;
  /** Share of groups of three letters that both have, 0 to 1. */
  readonly likeness: number;
}

/** Many names are long work: others are served whenever it has taken so long, in ms. */
const AT_A_TIME = 10;

export function inTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_A_TIME) return;
    await setImmediate();
    since = performance.now();
  };
}

/**
 * Pairs of names with at least that likeness. Two sets that have so much in common share one of their rarest members, so
 * names are compared only where they meet in a rare group of letters: ten thousand names take a fraction of a second,
 * where comparing each with each would take a minute.
 */
export async function likePairs(keys: readonly string[], least: number): Promise<LikePair[]> {
  const sets = byRarity(keys.map(nameGrams));
  const met = new Map<number, { readonly name: number; readonly at: number }[]>();
  const stamp = new Int32Array(keys.length).fill(-1);
  const pairs: LikePair[] = [];
  const takeTurns = inTurns();
  for (const [other, set] of sets.entries()) {
    await takeTurns();
    const prefix = set.length - Math.ceil(least * set.length) + 1;
    for (let at = 0; at < prefix && at < set.length; at++) {
      const posted = met.get(set[at]!) ?? [];
      for (const { name: one, at: there } of posted) {
        if (stamp[one] === other) continue;
        stamp[one] = other;
        // They meet here first, so they have in common at most what follows in both.
        const most = Math.min(set.length - at, sets[one]!.length - there);
        if (most < least * (set.length + sets[one]!.length - most)) continue;
        const likeness = jaccard(sets[one]!, set);
        if (likeness >= least) pairs.push({ one, other, likeness });
      }
      posted.push({ name: other, at });
      met.set(set[at]!, posted);
    }
  }
  return pairs;
}

/** Each set as ranks of its members, the rarest first. */
function byRarity(sets: readonly (readonly string[])[]): Int32Array[] {
  const frequency = new Map<string, number>();
  for (const set of sets) for (const gram of set) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const rank = new Map(
    [...frequency].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)).map(([gram], index) => [gram, index] as const),
  );
  return sets.map((set) => Int32Array.from(set, (gram) => rank.get(gram)!).sort());
}

function jaccard(one: Int32Array, other: Int32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      common++;
      i++;
      j++;
    } else if (one[i]! < other[j]!) i++;
    else j++;
  }
  return common / (one.length + other.length - common);
}
