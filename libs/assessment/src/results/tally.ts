import { z } from 'zod';
import { type Answer, isNotRelevant, points } from '../audit/answer';

/** Answers given so far, by action id; an action that is not there is unanswered. */
export type Answers = Readonly<Record<string, Answer>>;

/** How a set of actions stands. `answered`, `notRelevant` and `unanswered` add up to `actions`. */
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
  unanswered: z.int().min(0),
});
export type Tally = z.infer<typeof tally>;

export const HIGHEST_SCORE = 3;

export function tallyOf(actions: readonly { readonly id: string }[], answers: Answers): Tally {
  const given = actions.map(({ id }) => answers[id]).filter((answer) => answer !== undefined);
  const score = given.reduce((sum, answer) => sum + points(answer), 0);
  const maximum = actions.length * HIGHEST_SCORE;
  const notRelevant = given.filter(isNotRelevant).length;
  return {
    score,
    maximum,
    percent: Math.round((score * 1000) / maximum) / 10,
    actions: actions.length,
    answered: given.length - notRelevant,
    notRelevant,
    unanswered: actions.length - given.length,
  };
}
