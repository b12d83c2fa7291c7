import { Refused } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { feedShape } from './fed';
import type { suggestedCategories } from '../account/category';
import shipped from './criteria-set-1.json';

export const axes = ['attractiveness', 'standing'] as const;
export type Axis = (typeof axes)[number];

export const criterionShape = z.object({
  /** Means the same in every version that has it: scores given under one version count under another. */
  id: z.string(),
  axis: z.enum(axes),
  /** Share within its axis, in any unit: the weights of an axis are normalised to 1. */
  weight: z.number().positive(),
  /** True where the criterion is about what the customer spends: never more than half should rest on it. */
  spend: z.boolean(),
  label: z.string(),
  help: z.string(),
  /** What 0, 5 and 10 look like. */
  anchors: z.object({ '0': z.string(), '5': z.string(), '10': z.string() }),
  /** The fact that the score follows from, and the bands; left out where people score it. */
  fed: feedShape.optional(),
});
export type Criterion = z.infer<typeof criterionShape>;

export const criteriaSetShape = z.object({
  version: z.int().positive(),
  name: z.string(),
  criteria: z.array(criterionShape).min(2),
});
export type CriteriaSet = z.infer<typeof criteriaSetShape>;
export type Criteria = readonly Criterion[];
/** A set, or what may become one. */
export interface Weighing {
  readonly criteria: Criteria;
}

export type Scores = Readonly<Record<string, number>>;
export interface AxisScores {
  /** 0 to 10, to one decimal: the figure that people read is the figure that suggests. */
  readonly attractiveness: number;
  readonly standing: number;
}

/** Version 1 of every enterprise: in force until it publishes criteria of its own. */
export const shippedCriteria: CriteriaSet = criteriaSetShape.parse(shipped);

/** Every criterion gets a score from 0 to 10; nothing else is scored. */
export function assertScores(set: Weighing & { readonly version: number | null }, scores: Scores): void {
  const known = new Set(set.criteria.map(({ id }) => id));
  for (const [id, score] of Object.entries(scores)) {
    if (!known.has(id)) {
      throw new Refused(
        'score.criterion-unknown',
        `scores.${id}: ${set.version === null ? 'the draft of the criteria' : `criteria set ${set.version}`} has no such criterion.`,
      );
    }
    if (!(score >= 0 && score <= 10)) {
      throw new Refused('score.out-of-range', `scores.${id}: must be from 0 to 10.`);
    }
  }
  const missing = missingScores(set.criteria, scores);
  if (missing.length > 0) {
    throw new Refused(
      'score.criteria-missing',
      `scores: every criterion needs a score; missing ${missing.join(', ')}.`,
      {
        missing,
      },
    );
  }
}

/** Criteria that have no score yet. */
export const missingScores = (criteria: Criteria, scores: Scores): string[] =>
  criteria.filter(({ id }) => scores[id] === undefined).map(({ id }) => id);

/** The weighted mean on each axis. */
export const axisScores = ({ criteria }: Weighing, scores: Scores): AxisScores => ({
  attractiveness: weightedMean(criteria, scores, 'attractiveness'),
  standing: weightedMean(criteria, scores, 'standing'),
});

function weightedMean(all: Criteria, scores: Scores, axis: Axis): number {
  const criteria = all.filter((criterion) => criterion.axis === axis);
  const total = criteria.reduce((sum, { id, weight }) => sum + weight * scores[id]!, 0);
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return Math.round((total / weights) * 10) / 10;
}

/** The quadrant of the portfolio matrix; 5 is the border, and a score on it counts as high. */
export function suggestedCategory({ attractiveness, standing }: AxisScores): (typeof suggestedCategories)[number] {
  if (attractiveness >= 5) return standing >= 5 ? 'strategic' : 'star';
  return standing >= 5 ? 'status' : 'streamline';
}

/** A key account is never chosen by spend alone: more than half of an axis on spend is warned about. */
export function spendWarning({ criteria }: Weighing): string | undefined {
  const over = axes.filter((axis) => spendShare(criteria, axis) > 0.5);
  if (over.length === 0) return undefined;
  return `Spend carries more than half of the weight of ${over.join(' and ')}: a key account is never chosen by spend alone.`;
}

function spendShare(criteria: Criteria, axis: Axis): number {
  return criteria
    .filter((criterion) => criterion.axis === axis && criterion.spend)
    .reduce((sum, criterion) => sum + shareOf(criteria, criterion), 0);
}

/** Share of a criterion within its axis, 0 to 1. */
export const shareOf = (criteria: Criteria, { axis, weight }: Pick<Criterion, 'axis' | 'weight'>): number =>
  weight / criteria.filter((other) => other.axis === axis).reduce((sum, other) => sum + other.weight, 0);
