import type { Answer, Score } from '../audit/answer';
import type { Answers, Unconfirmed } from './tally';

/** As much of an answer as its score needs. */
export interface JudgementRow {
  readonly actionId: string;
  readonly score: Score | null;
  readonly because: string | null;
  readonly confirmed: boolean;
}
export const JUDGEMENT = `action_id as "actionId", score, because, confirmed`;

export function judgedIn(rows: readonly JudgementRow[]): { answers: Answers; unconfirmed: Unconfirmed } {
  const answers: Record<string, Answer> = {};
  const unconfirmed = new Set<string>();
  for (const { actionId, score, because, confirmed } of rows) {
    if (!confirmed) unconfirmed.add(actionId);
    else answers[actionId] = score === null ? { notRelevant: true, because: because! } : { score };
  }
  return { answers, unconfirmed };
}
