import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { litmusTestId } from './litmus-catalogue';

export const litmusChoice = z.enum(['yes', 'no', 'ambivalent']);
export type LitmusChoice = z.infer<typeof litmusChoice>;

/** Ambivalent is kept as what it is, and counts as no. */
export const litmusAnswer = z.strictObject({
  answer: litmusChoice,
  /** What the answer rests on, in the words of the person who answers. */
  note: z.string().optional(),
});
export type LitmusAnswer = z.infer<typeof litmusAnswer>;

/** By the id of the question; every question of the test is answered. */
export const litmusAnswers = z.record(z.string(), litmusAnswer);
export type LitmusAnswers = z.infer<typeof litmusAnswers>;

const subject = {
  test: litmusTestId,
  /** The account that the answers are about; absent for the test of the organisation. */
  accountId: z.string().optional(),
  /** Whose test it is: the manager who led the account. Only of the test for key account managers. */
  managerId: z.string().optional(),
  catalogueVersion: z.int(),
  /** The day whose state of affairs the answers describe. */
  takenOn: z.iso.date(),
};

export const litmusEvents = eventTypes({
  /** A test was taken; `from` is the taking before it by date. */
  'assessment.LitmusTaken': {
    schema: z.strictObject({
      ...subject,
      from: z.strictObject({ takenOn: z.iso.date(), answers: litmusAnswers }).nullable(),
      answers: litmusAnswers,
    }),
  },
  /** What had been answered on a day was changed. */
  'assessment.LitmusTakingCorrected': {
    schema: z.strictObject({ ...subject, from: litmusAnswers, answers: litmusAnswers, reason: z.string() }),
  },
});
export type LitmusEvent = EventsOf<typeof litmusEvents>;
