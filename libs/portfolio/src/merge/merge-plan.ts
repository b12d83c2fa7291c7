import { isDeepStrictEqual } from 'node:util';
import type { AccountDetails } from '../account/account.events';
import { type MergeableFact, mergeableFacts } from './merge';
import type { Keeps } from './merge.views';

type Facts = Required<AccountDetails>;

/** Lists are joined and amounts added; of anything else there is one. */
const joinable: readonly MergeableFact[] = ['countries', 'divisionIds', 'sites', 'spend', 'potential'];
const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

export interface FactOfBoth {
  readonly fact: MergeableFact;
  readonly merged: unknown;
  readonly survivor: unknown;
  readonly differs: boolean;
  readonly both: boolean;
  readonly suggested: Keeps;
}

/** What a person chooses among; suggested is what loses nothing: the other's value where the survivor has none, lists joined. */
export const factsOfBoth = (merged: Facts, survivor: Facts): FactOfBoth[] =>
  mergeableFacts.map((fact) => {
    const [one, other] = [merged[fact], survivor[fact]];
    const both = joinable.includes(fact);
    const suggested = isEmpty(one) ? 'survivor' : isEmpty(other) ? 'merged' : Array.isArray(one) ? 'both' : 'survivor';
    return { fact, merged: one, survivor: other, differs: !isDeepStrictEqual(one, other), both, suggested };
  });

/** The facts that the survivor takes over. `both` of what cannot be put together means the survivor's. */
export function factsTaken(
  merged: Facts,
  survivor: Facts,
  keep: Partial<Record<MergeableFact, Keeps>>,
): Partial<AccountDetails> {
  const taken: Record<string, unknown> = {};
  for (const fact of mergeableFacts) {
    const keeps = keep[fact] ?? 'survivor';
    if (keeps === 'survivor') continue;
    const value = keeps === 'merged' ? merged[fact] : together(fact, merged[fact], survivor[fact]);
    if (!isDeepStrictEqual(value, survivor[fact])) taken[fact] = value;
  }
  return taken as Partial<AccountDetails>;
}

function together(fact: MergeableFact, merged: unknown, survivor: unknown): unknown {
  if (Array.isArray(merged) && Array.isArray(survivor)) {
    const joined = [...new Set([...(survivor as string[]), ...(merged as string[])])];
    // Sites keep the order in which they were told; the other lists are sets.
    return fact === 'sites' ? joined : joined.sort();
  }
  if (fact === 'spend' || fact === 'potential') {
    return merged === null || survivor === null ? (survivor ?? merged) : Number(merged) + Number(survivor);
  }
  return survivor;
}
