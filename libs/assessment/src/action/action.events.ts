import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';

const id = z.string().min(1).max(100);

/** What an action answers: a finding of an assessment, or nothing but the need itself. */
export const source = z.discriminatedUnion('kind', [
  /** An action of the phase audit's catalogue, as one audit found it. */
  z.strictObject({ kind: z.literal('audit-action'), auditId: id, actionId: id }),
  /** One cell of an organisation assessment. */
  z.strictObject({ kind: z.literal('organisation-cell'), assessmentId: id, element: id, group: id }),
  /** One question of a litmus test. */
  z.strictObject({ kind: z.literal('litmus'), test: id, subjectId: id, question: id }),
  z.strictObject({ kind: z.literal('own') }),
]);
export type Source = z.infer<typeof source>;
export const sourceKinds = ['audit-action', 'organisation-cell', 'litmus', 'own'] as const;

export const actionStates = ['open', 'under-way', 'done', 'dropped'] as const;
const state = z.enum(actionStates);
export type ActionState = z.infer<typeof state>;

/** What is to be done, by whom, by when. */
const details = {
  title: z.string(),
  description: z.string().optional(),
  /** The person who answers for it. */
  ownerId: z.string(),
  dueOn: z.iso.date(),
};
const detailsOf = z.strictObject(details);
export type Details = z.infer<typeof detailsOf>;

/** What it concerns, so that the history of a division or an account holds it. */
const about = { divisionId: z.string().optional(), accountId: z.string().optional() };

export const actionEvents = eventTypes({
  'assessment.ActionRaised': { schema: z.strictObject({ ...details, ...about, source }) },
  /** Words, owner or date were changed; a reason is there where owner or date moved. */
  'assessment.ActionChanged': {
    schema: z.strictObject({ ...about, from: detailsOf, to: detailsOf, reason: z.string().optional() }),
  },
  /** It was begun, done, dropped or taken up again. */
  'assessment.ActionStateChanged': {
    schema: z.strictObject({
      ...about,
      from: state,
      to: state,
      reason: z.string().optional(),
      /** What shows that it is done. */
      evidence: z.string().optional(),
      /** The day on which it was done. */
      doneOn: z.iso.date().optional(),
    }),
  },
});
export type ActionEvent = EventsOf<typeof actionEvents>;
