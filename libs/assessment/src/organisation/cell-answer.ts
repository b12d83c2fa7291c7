import { z } from 'zod';
import { cellScore } from './catalogue/organisation-catalogue';

/** What one assessor says of one cell. */
export const cellAnswer = z.strictObject({
  score: cellScore,
  /** What the judgement rests on, in the assessor's words. */
  evidence: z.string().optional(),
  /** Anything else worth knowing, for the talk about the cell. */
  note: z.string().optional(),
});
export type CellAnswer = z.infer<typeof cellAnswer>;

export const sameCellAnswer = (one: CellAnswer, other: CellAnswer): boolean =>
  one.score === other.score && one.evidence === other.evidence && one.note === other.note;

/** True when `later` says all that `earlier` said, and at most fills in what was left blank. */
export function onlyAddsTo(earlier: CellAnswer, later: CellAnswer): boolean {
  const kept = (before?: string, after?: string) => before === undefined || before === after;
  return earlier.score === later.score && kept(earlier.evidence, later.evidence) && kept(earlier.note, later.note);
}
