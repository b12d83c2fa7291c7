import type { CategorySetting } from './categories.events';

export const entryRules = ['minSpend', 'minAttractiveness', 'minStanding', 'minDivisions'] as const;

/** What of an account rules of entry ask for. */
export interface EntryFacts {
  readonly spend: number;
  readonly attractiveness: number | null;
  readonly standing: number | null;
  /** That trade with it. */
  readonly divisions: number;
}
export interface EntryRule {
  readonly id: (typeof entryRules)[number];
  readonly asks: number;
  readonly has: number | null;
  readonly met: boolean;
}

/** The rules of entry of a category that can be checked, and whether an account meets them; what is not known is not met. */
export function entryOf(setting: Pick<CategorySetting, 'entry'> | undefined, facts: EntryFacts): EntryRule[] {
  const has = {
    minSpend: facts.spend,
    minAttractiveness: facts.attractiveness,
    minStanding: facts.standing,
    minDivisions: facts.divisions,
  };
  return entryRules.flatMap((id) => {
    const asks = setting?.entry[id] ?? null;
    return asks === null ? [] : [{ id, asks, has: has[id], met: has[id] !== null && has[id] >= asks }];
  });
}
