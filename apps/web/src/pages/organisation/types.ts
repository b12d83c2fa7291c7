import type { ReadAnswer } from '~/api/types';

export type Assessment = ReadAnswer<'/api/t/{tenant}/organisation-assessments/{assessmentId}'>;
export type Summary = ReadAnswer<'/api/t/{tenant}/organisation-assessments'>['items'][number];
export type Movement = ReadAnswer<'/api/t/{tenant}/organisation-assessments/compare'>;
export type Cell = Assessment['standing']['cells'][number];
export type CellAnswer = Cell['answers'][number];
export type Score = 0 | 1 | 2 | 3;
export const scores: readonly Score[] = [0, 1, 2, 3];
