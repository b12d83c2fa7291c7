import { z } from 'zod';
import { bandId, cellScore, elementId, groupId } from '../catalogue/organisation-catalogue';

/** What one assessor said. */
export const assessorAnswer = z.object({
  /** Null for readers who may see what was said, but not by whom. */
  assessorId: z.string().nullable(),
  /** True for the reader's own answer. */
  own: z.boolean(),
  score: cellScore,
  evidence: z.string().nullable(),
  note: z.string().nullable(),
  answeredAt: z.iso.datetime(),
  corrections: z.int(),
  /** Given for the last correction. */
  reason: z.string().nullable(),
});
export type AssessorAnswer = z.infer<typeof assessorAnswer>;

export const settledScore = z.object({
  score: cellScore,
  reason: z.string().nullable(),
  settledBy: z.string(),
  settledAt: z.iso.datetime(),
});
export type SettledScore = z.infer<typeof settledScore>;

export const cellStanding = z.object({
  cell: z.string(),
  element: elementId,
  group: groupId,
  answers: z.array(assessorAnswer),
  /** How many said 0, 1, 2 and 3. */
  distribution: z.array(z.int()).length(4),
  lowest: cellScore.nullable(),
  highest: cellScore.nullable(),
  agreement: z.enum(['unanswered', 'one-answer', 'agreed', 'differ']),
  /** The median of what was said, of two in the middle the lower; shown until the cell is settled. */
  median: cellScore.nullable(),
  settled: settledScore.nullable(),
  /** An answer changed or came after the score was settled. */
  answeredSinceSettled: z.boolean(),
  /** Settled, or else the median; null where nobody has answered. */
  score: cellScore.nullable(),
  /** The descriptor of the next state: the suggested target. Null at best practice and where nobody has answered. */
  target: z.object({ score: cellScore, descriptor: z.string() }).nullable(),
});
export type CellStanding = z.infer<typeof cellStanding>;

export const totals = z.object({
  /** Settled scores and, where none is settled, medians; an unanswered cell counts 0. */
  score: z.int(),
  maximum: z.int(),
  cells: z.int(),
  settled: z.int(),
  /** Answered, not settled. */
  provisional: z.int(),
  unanswered: z.int(),
});
export type Totals = z.infer<typeof totals>;

export const band = z.object({
  band: bandId,
  next: z.object({ band: bandId, points: z.int() }).nullable(),
});

export const standing = z.object({
  overall: totals.extend(band.shape),
  elements: z.array(totals.extend({ element: elementId })),
  groups: z.array(totals.extend({ group: groupId })),
  /** Of the cells that at least two assessors answered, on how many they say the same. */
  agreement: z.object({ compared: z.int(), agreed: z.int() }),
  cells: z.array(cellStanding),
});
export type Standing = z.infer<typeof standing>;
