import type { TimeSpent } from '../record/time-record.events';
import { forEachActivity, type Shares } from '../profile/shares';

/** A record of one person, as far as its month must know it. */
export interface RecordOfMonth {
  readonly kind: 'week' | 'month';
  readonly firstDay: string;
  readonly divisionId: string | null;
  readonly profileVersion: number;
  readonly spent: TimeSpent;
}

export interface PersonMonth {
  readonly source: 'month' | 'weeks';
  readonly divisionId: string | null;
  readonly profileVersion: number;
  /** Per cent; with decimals where it is the mean of weeks. */
  readonly shares: Shares;
  readonly sellingDrivers: TimeSpent['sellingDrivers'];
}

/**
 * What one person's records say about a month, each day counted once: a record of the whole month stands for itself, and
 * its weeks are left out; without it the month is the mean of its weeks. Division and profile are those of the last record.
 */
export function monthOf(records: readonly RecordOfMonth[]): PersonMonth | null {
  const whole = records.find(({ kind }) => kind === 'month');
  const counted = whole ? [whole] : [...records].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const last = counted.at(-1);
  if (!last) return null;
  return {
    source: whole ? 'month' : 'weeks',
    divisionId: last.divisionId,
    profileVersion: last.profileVersion,
    shares: meanOf(counted.map(({ spent }) => spent.shares)),
    sellingDrivers: [...new Set(counted.flatMap(({ spent }) => spent.sellingDrivers))],
  };
}

/** Of at least one. */
export const meanOf = (all: readonly Shares[]): Shares =>
  forEachActivity((id) => all.reduce((sum, shares) => sum + shares[id], 0) / all.length);

export function byPerson<Record extends { readonly personId: string }>(
  records: readonly Record[],
): Map<string, Record[]> {
  const groups = new Map<string, Record[]>();
  for (const record of records) groups.set(record.personId, [...(groups.get(record.personId) ?? []), record]);
  return groups;
}
