import type { Category } from '@mainstay/portfolio';

export interface Moved {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly spend: number;
  readonly from: Category;
  readonly to: Category;
}
export interface MovedFlow {
  readonly from: Category;
  readonly to: Category;
  readonly accounts: number;
  readonly spend: number;
}

/** From which category to which; those that stayed are flows to where they were. The largest first. */
export function flowsOf(moved: readonly Moved[]): MovedFlow[] {
  const flows = new Map<string, { from: Category; to: Category; accounts: number; spend: number }>();
  for (const { from, to, spend } of moved) {
    const key = `${from} ${to}`;
    const flow = flows.get(key) ?? { from, to, accounts: 0, spend: 0 };
    flows.set(key, { ...flow, accounts: flow.accounts + 1, spend: flow.spend + spend });
  }
  return [...flows.values()].sort(
    (a, b) => b.accounts - a.accounts || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
  );
}

const names = new Intl.Collator('en', { sensitivity: 'base' });

/** By name as a dictionary has it, or by spend; alike ones always in one order. */
export function inOrder(moved: readonly Moved[], sort: 'name' | '-name' | 'spend' | '-spend'): Moved[] {
  const up = sort.startsWith('-') ? -1 : 1;
  const by = (a: Moved, b: Moved) => (sort.endsWith('name') ? names.compare(a.name, b.name) : a.spend - b.spend);
  return moved.toSorted((a, b) => up * by(a, b) || (a.accountId < b.accountId ? -1 : 1));
}
