import type { Move } from './use-moves';

export type ResourceLine = Move['resources'][number];
export const resourceKinds = ['hours', 'people', 'money'] as const satisfies readonly ResourceLine['kind'][];

/** A line as it is typed: gained by the account or given up, from or to another account or the pool. */
export interface ResourceDraft {
  readonly kind: ResourceLine['kind'];
  readonly amount: number | '';
  readonly way: 'gains' | 'gives';
  /** Null: the pool. */
  readonly other: string | null;
}

export const emptyLine: ResourceDraft = { kind: 'hours', amount: '', way: 'gains', other: null };

/** The lines that say how much; one left empty says nothing. */
export const resourcesOf = (accountId: string, lines: readonly ResourceDraft[]): ResourceLine[] =>
  lines.flatMap(({ kind, amount, way, other }) => {
    if (amount === '') return [];
    const place = other ?? 'pool';
    return [{ kind, amount, ...(way === 'gains' ? { from: place, to: accountId } : { from: accountId, to: place }) }];
  });
