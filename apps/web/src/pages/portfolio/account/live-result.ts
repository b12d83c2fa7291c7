import type { CriteriaSet } from './use-account';

type Criteria = readonly Pick<CriteriaSet['criteria'][number], 'id' | 'axis' | 'weight'>[];
type Scores = Readonly<Record<string, number | undefined>>;

export interface LiveResult {
  readonly attractiveness: number;
  readonly standing: number;
  readonly suggested: 'strategic' | 'star' | 'status' | 'streamline';
}

export const missing = (criteria: Criteria, scores: Scores): number =>
  criteria.filter(({ id }) => scores[id] === undefined).length;

/** What the API will answer for these scores, while they are being chosen; undefined until every criterion has one. */
export function liveResult(criteria: Criteria, scores: Scores): LiveResult | undefined {
  if (missing(criteria, scores) > 0) return undefined;
  const attractiveness = mean(criteria, scores, 'attractiveness');
  const standing = mean(criteria, scores, 'standing');
  const high = standing >= 5;
  const suggested = attractiveness >= 5 ? (high ? 'strategic' : 'star') : high ? 'status' : 'streamline';
  return { attractiveness, standing, suggested };
}

function mean(criteria: Criteria, scores: Scores, axis: string): number {
  const ofAxis = criteria.filter((criterion) => criterion.axis === axis);
  const total = ofAxis.reduce((sum, { id, weight }) => sum + weight * (scores[id] ?? 0), 0);
  const weights = ofAxis.reduce((sum, { weight }) => sum + weight, 0);
  return Math.round((total / weights) * 10) / 10;
}

/** Share of a criterion within its axis, 0 to 1. */
export function share(criteria: Criteria, { axis, weight }: Criteria[number]): number {
  return weight / criteria.filter((other) => other.axis === axis).reduce((sum, other) => sum + other.weight, 0);
}
