import { useRead } from '~/api/use-read';
import type { PlanContent } from '../types';

type Cell = PlanContent['forecast'][number];

/** Names of divisions by their id. */
export function useDivisionNames(): (id: string) => string {
  const { data } = useRead('/api/t/{tenant}/divisions');
  return (id) => data?.items.find((division) => division.id === id)?.name ?? id;
}

/** The years of a forecast: from its first one, as far as the horizon goes. */
export function yearsOf({ forecast, horizonYears }: Pick<PlanContent, 'forecast' | 'horizonYears'>): number[] {
  if (forecast.length === 0) return [];
  const first = Math.min(...forecast.map(({ year }) => year));
  const last = Math.max(...forecast.map(({ year }) => year));
  return Array.from({ length: Math.max(horizonYears, last - first + 1) }, (_, ahead) => first + ahead);
}

export const divisionsOf = (forecast: readonly Cell[]): string[] => [
  ...new Set(forecast.map(({ divisionId }) => divisionId)),
];

export interface Sum {
  readonly revenue: number;
  readonly margin: number;
}

/** Undefined where nothing is forecast. */
export function sumOf(cells: readonly Sum[]): Sum | undefined {
  if (cells.length === 0) return undefined;
  return {
    revenue: cells.reduce((sum, { revenue }) => sum + revenue, 0),
    margin: cells.reduce((sum, { margin }) => sum + margin, 0),
  };
}
