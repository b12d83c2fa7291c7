import { z } from 'zod';

/** A list of the product with filters: what a figure is made of. Both are those of the API's own list of that name. */
export const madeOf = z.object({
  list: z.enum([
    'accounts',
    'actions',
    'answers',
    'audits',
    'litmus',
    'moves',
    'notices',
    'organisation',
    'plans',
    'history',
    'time',
    'rounds',
    'round-scoring',
  ]),
  /** One record of the list, where the figure is about one. */
  id: z.string().optional(),
  filters: z.record(z.string(), z.string()),
});
export type MadeOf = z.infer<typeof madeOf>;

export const tiles = ['portfolio', 'road', 'plans', 'capacity', 'recategorisations', 'actions'] as const;
export const verdicts = ['good', 'attention', 'neutral'] as const;

export const tile = z.object({
  id: z.enum(tiles),
  /** Null where there is nothing to count yet. */
  value: z.number().nullable(),
  /** What the value is held against: all accounts, the maximum, the capacity. */
  of: z.number().nullable(),
  /** Whether it is as one would wish. */
  verdict: z.enum(verdicts),
  /** The answer in one plain sentence. */
  sentence: z.string(),
  /** Oldest first; the last point is the present. */
  trend: z.array(z.object({ on: z.iso.date(), value: z.number() })),
  /** The value split up; the parts add up to `value`, or to `of` where they say so by holding what is left. */
  parts: z.array(z.object({ id: z.string(), value: z.number(), spend: z.number().optional(), madeOf })),
  madeOf,
  /** The changes behind it, in the audit history. */
  events: z.record(z.string(), z.string()),
});
export type Tile = z.infer<typeof tile>;
export type Point = Tile['trend'][number];
