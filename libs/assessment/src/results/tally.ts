import { z } from 'zod';
import { type Answer, isNotRelevant, points } from '../audit/answer';

/** Answers that count, by action id: given, confirmed or changed in this audit. */
export type Answers = Readonly<Record<string, Answer>>;

/** Actions whose answer was carried over from an earlier audit and is not yet confirmed: they count nothing. */
export type Unconfirmed = ReadonlySet<string>;
export const NONE_UNCONFIRMED: Unconfirmed = new Set();

/** How a set of actions stands. `answered`, `notRelevant`, `unconfirmed` and `unanswered` add up to `actions`. */
export const tally = z.object({
  score: z.int().min(0),
  /** 3 for every action, those not relevant included. */
  maximum: z.int().positive(),
  /** Of the maximum, to one decimal. */
  percent: z.number().min(0).max(100),
  actions: z.int().positive(),
  /** Scored 0 to 3. */
  answered: z.int().min(0),
  notRelevant: z.int().min(0),
  /** Carried over from an earlier audit and not looked at again. */
  unconfirmed: z.int().min(0),
  unanswered: z.int().min(0),
});
export type Tally = z.infer<typeof tally>;

export const HIGHEST_SCORE = 3;

export function tallyOf(
  actions: readonly { readonly id: string }[],
  answers: Answers,
  carried: Unconfirmed = NONE_UNCONFIRMED,
): Tally {
  const maximum = actions.length * HIGHEST_SCORE;
  let [score, answered, notRelevant, unconfirmed] = [0, 0, 0, 0];
  for (const { id } of actions) {
    const answer = answers[id];
    if (answer === undefined) unconfirmed += Number(carried.has(id));
    else if (isNotRelevant(answer)) notRelevant++;
    else {
      answered++;
      score += points(answer);
    }
  }
  return {
    score,
    maximum,
    percent: Math.round((score * 1000) / maximum) / 10,
    actions: actions.length,
    answered,
    notRelevant,
    unconfirmed,
    unanswered: actions.length - answered - notRelevant - unconfirmed,
  };
}
