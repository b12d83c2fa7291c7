import type { MergedAccount } from './merged-accounts';

/** Where something was said that is read with another account: an account that was merged into it. */
export type SaidAt = Pick<MergedAccount, 'id' | 'code' | 'name'>;

export interface ReadWith {
  /** The account that was merged into this one, at which it was said; null: here. */
  readonly saidAt: SaidAt | null;
  /** Whether it holds for this account: what this account says itself comes first. */
  readonly holds: boolean;
}

/**
 * What was said by day of an account and of those merged into it, the latest first. Merging decides nothing: what was
 * said of an account that went holds for the days before this one, or one that it went into first, says anything itself;
 * from then on it is there to be read. The same rule in SQL: `HELD_LEVELS`.
 */
export function readWith<Entry extends { readonly accountId: string }>(
  accountId: string,
  merged: readonly MergedAccount[],
  entries: readonly Entry[],
  dayOf: (entry: Entry) => string,
): (Entry & ReadWith)[] {
  const since = new Map<string, string>();
  for (const entry of entries) {
    const first = since.get(entry.accountId);
    if (first === undefined || dayOf(entry) < first) since.set(entry.accountId, dayOf(entry));
  }
  return entries
    .map((entry) => {
      const at = merged.find(({ id }) => id === entry.accountId);
      if (entry.accountId === accountId || !at) return { ...entry, saidAt: null, holds: true };
      const { way, ...saidAt } = at;
      const holds = way.every((above) => !((since.get(above) ?? '9999-12-31') <= dayOf(entry)));
      return { ...entry, saidAt, holds };
    })
    .sort((one, other) => byDay(dayOf(other), dayOf(one)) || Number(other.holds) - Number(one.holds));
}

const byDay = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
