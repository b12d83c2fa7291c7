import type { ReadAnswer } from '~/api/types';
import { isKey, suggestedCategory } from '~/ui';

export type MatrixPoint = ReadAnswer<'/api/t/{tenant}/portfolio/matrix'>['points'][number];

/** What the area of a bubble stands for. */
export const sizes = ['spend', 'potential', 'investment'] as const;
export type Size = (typeof sizes)[number];

export const sizeOf = (point: MatrixPoint, size: Size): number => Math.max(0, point[size] ?? 0);

/** A key account in another category than its scores suggest. What is no key account has no quadrant to differ from. */
export const differs = ({ category, suggested }: MatrixPoint): boolean =>
  isKey(category) && category !== suggestedCategory(suggested);

/** Where a bubble was dragged to, or what somebody typed: nothing moves by it. */
export interface Aim {
  readonly accountId: string;
  readonly attractiveness: number;
  readonly standing: number;
}
