import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type CriteriaSets = ReadAnswer<'/api/t/{tenant}/criteria-sets'>;
export type Version = CriteriaSets['sets'][number];
export type Draft = NonNullable<CriteriaSets['draft']>;
export type Criterion = Draft['criteria'][number];
export type Comparison = ReadAnswer<'/api/t/{tenant}/criteria-sets/draft/comparison'>;

export const axes = ['attractiveness', 'standing'] as const;

export const useCriteriaSets = () => useRead('/api/t/{tenant}/criteria-sets');
