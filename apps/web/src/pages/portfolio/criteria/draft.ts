import type { Criterion } from './use-criteria';

type Weighed = Pick<Criterion, 'axis' | 'weight' | 'spend'>;

/** Share of a criterion within its axis, 0 to 1. */
export const shareOf = (criteria: readonly Weighed[], { axis, weight }: Weighed): number =>
  weight / (criteria.filter((other) => other.axis === axis).reduce((sum, other) => sum + other.weight, 0) || 1);

/** Share that spend carries of an axis, 0 to 1; over half is warned about. */
export const spendShare = (criteria: readonly Weighed[], axis: Criterion['axis']): number =>
  criteria
    .filter((criterion) => criterion.axis === axis && criterion.spend)
    .reduce((sum, criterion) => sum + shareOf(criteria, criterion), 0);

export const isComplete = ({ label, help, anchors }: Criterion): boolean =>
  [label, help, anchors['0'], anchors['5'], anchors['10']].every((words) => words.trim() !== '');

/**
 * A criterion of that name. Its id follows from the name: a criterion that comes back under its name takes up the scores
 * that were given to it; the id stays when the name changes later.
 */
export function newCriterion(criteria: readonly Criterion[], axis: Criterion['axis'], label: string): Criterion {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['criterion'];
  const slug = words.join('-').slice(0, 50).replace(/-$/, '');
  let id = slug;
  for (let number = 2; criteria.some((other) => other.id === id); number += 1) id = `${slug}-${number}`;
  return { id, axis, weight: 10, spend: false, label, help: '', anchors: { '0': '', '5': '', '10': '' } };
}
