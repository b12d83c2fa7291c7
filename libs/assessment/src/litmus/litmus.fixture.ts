import type { LitmusAnswers, LitmusChoice } from './litmus.events';
import { type LitmusTestId, litmusTestOf, presentLitmus } from './litmus-catalogue';

const choices: Readonly<Record<string, LitmusChoice>> = { y: 'yes', n: 'no', a: 'ambivalent' };

/** Answers to a whole test, a letter each: `answersTo('manager', 'yyyna')`. */
export const answersTo = (test: LitmusTestId, letters: string): LitmusAnswers =>
  Object.fromEntries(
    litmusTestOf(presentLitmus, test).questions.map(({ id }, index) => [id, { answer: choices[letters[index]!]! }]),
  );
