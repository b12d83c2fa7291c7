import { z } from 'zod';
import { category, suggestion } from '../account/category';
import { axes, criteriaSetShape, criterionShape } from './criteria';

const standing = z.object({
  effectiveOn: z.string().nullable().describe('From which day accounts are scored under it; null: always'),
  warning: z.string().nullable().describe('Spend over half of an axis'),
});

export const criteriaSetAnswer = criteriaSetShape.extend(standing.shape);

export const criteriaSetsAnswer = z.object({
  version: z.int().describe('Of the record: drafts and publications so far'),
  inForce: z.int().describe('The version under which accounts are scored today'),
  sets: z
    .array(
      standing.extend({
        version: z.int(),
        name: z.string(),
        criteria: z.int(),
        state: z.enum(['in-force', 'coming', 'former']),
        accounts: z.int().describe('Whose present scores were given under it'),
        reason: z.string().nullable().describe('Null for the shipped version'),
        publishedBy: z.string().nullable(),
        publishedAt: z.string().nullable(),
      }),
    )
    .describe('The latest first'),
  draft: z
    .object({
      basedOn: z.int(),
      name: z.string(),
      criteria: z.array(criterionShape),
      warning: z.string().nullable(),
      changedBy: z.string(),
      changedAt: z.string(),
    })
    .nullable(),
});
export type CriteriaSetsAnswer = z.infer<typeof criteriaSetsAnswer>;

const share = z.number().nullable().describe('Of its axis, 0 to 1; null where the set has no such criterion');
const placed = z.object({ attractiveness: z.number(), standing: z.number(), suggested: suggestion });
const outcome = z.enum(['category', 'moves', 'stays', 'needs-scoring']);

export const comparisonAnswer = z.object({
  inForce: z.int(),
  changes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      shareBefore: share,
      shareAfter: share,
      reworded: z.boolean().describe('Its words or axis differ: scores given before may mean something else'),
    }),
  ),
  counts: z.object({
    category: z.int().describe('Accounts to which another category would be suggested'),
    moves: z.int().describe('Accounts that move in the matrix and keep their suggestion'),
    stays: z.int(),
    'needs-scoring': z.int().describe('Accounts without a score for a criterion of the draft'),
    unscored: z.int().describe('Accounts without any scores'),
  }),
  suggestions: z
    .array(z.object({ from: suggestion, to: suggestion, accounts: z.int() }))
    .describe('How the suggestions change, counted'),
  total: z.int().describe('Accounts of the outcome asked for'),
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      spend: z.number(),
      category,
      outcome,
      before: placed,
      after: placed.nullable(),
      missing: z.array(z.string()).describe('Criteria of the draft that have no score, by name'),
    }),
  ),
  next: z.string().nullable(),
});

export const scoringAnswer = z.object({
  accountId: z.string(),
  scored: z
    .object({
      then: placed.extend({ version: z.int(), name: z.string(), scoredAt: z.string() }),
      now: z.object({ version: z.int(), name: z.string(), place: placed.nullable() }),
      missing: z.array(z.string()).describe('Criteria in force that have no score, by name'),
      criteria: z.array(
        z.object({
          id: z.string(),
          axis: z.enum(axes),
          label: z.string(),
          score: z.number().nullable(),
          shareThen: share,
          shareNow: share,
        }),
      ),
    })
    .nullable()
    .describe('Null where the account was never scored'),
  sensitivity: z
    .object({
      version: z
        .int()
        .describe('The version whose weights are tried: in force, or scored under where that one asks more'),
      suggested: suggestion,
      criteria: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          share: z.number(),
          change: z
            .object({ share: z.number(), weight: z.number(), suggested: suggestion })
            .nullable()
            .describe('The nearest weight of this criterion alone that changes the suggestion; null where none does'),
        }),
      ),
    })
    .nullable(),
});
