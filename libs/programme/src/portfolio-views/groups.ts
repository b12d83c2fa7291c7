import { isKey, relationshipLevels } from '@mainstay/portfolio';
import { healthBands } from '../health/health';
import type { HealthLine } from '../health/health.views';
import { meanHealth } from '../health/health-list';

export const cuts = ['category', 'division', 'manager', 'country', 'level', 'band'] as const;
export type Cut = (typeof cuts)[number];

export interface Sums {
  readonly accounts: number;
  readonly keyAccounts: number;
  readonly spend: number;
  /** Mean of the accounts whose health is known. */
  readonly health: number | null;
  readonly atRisk: number;
}
export interface Group extends Sums {
  readonly key: string;
}

const NONE = 'none';
const orNone = (keys: readonly string[]) => (keys.length > 0 ? keys : [NONE]);
const keysOf: Readonly<Record<Cut, (line: HealthLine) => readonly string[]>> = {
  category: ({ category }) => [category],
  division: ({ divisionIds }) => orNone(divisionIds),
  manager: ({ leadId }) => [leadId ?? NONE],
  country: ({ countries }) => orNone(countries),
  level: ({ level }) => [level ?? NONE],
  band: ({ band }) => [band ?? 'not-known'],
};
const ladders: Partial<Readonly<Record<Cut, readonly string[]>>> = {
  level: [...relationshipLevels].reverse(),
  band: healthBands,
};

/** The accounts in groups: one that crosses divisions, or countries, is in each of them. The largest first, steps of a ladder in their order. */
export function groupsOf(lines: readonly HealthLine[], by: Cut): Group[] {
  const groups = new Map<string, HealthLine[]>();
  for (const line of lines) {
    for (const key of new Set(keysOf[by](line))) {
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  }
  const ladder = ladders[by];
  const step = (key: string) => (ladder?.includes(key) ? ladder.indexOf(key) : ladder ? ladder.length : 0);
  return [...groups]
    .map(([key, group]) => ({ key, ...sumsOf(group) }))
    .sort(
      (a, b) => step(a.key) - step(b.key) || b.accounts - a.accounts || b.spend - a.spend || (a.key < b.key ? -1 : 1),
    );
}

/** Each account once, however many groups it is in. */
export function sumsOf(lines: readonly HealthLine[]): Sums {
  return {
    accounts: lines.length,
    keyAccounts: lines.filter(({ category }) => isKey(category)).length,
    spend: lines.reduce((sum, { spend }) => sum + spend, 0),
    health: meanHealth(lines),
    atRisk: lines.filter(({ band }) => band === 'at-risk').length,
  };
}
