import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { part } from '../audit/assignment';

const about = { divisionId: z.string().optional(), auditId: z.string(), personId: z.string() };

/** A part of an audit that its assessor has not finished. */
export const openPart = z.strictObject({
  part,
  /** Actions unanswered, or carried over and not confirmed. */
  left: z.int().positive(),
  dueOn: z.iso.date().optional(),
});
export type OpenPart = z.infer<typeof openPart>;

export const reminderEvents = eventTypes({
  /** The lead asked an assessor to go on, at a time when so much was left. */
  'assessment.AssessorReminded': {
    schema: z.strictObject({
      ...about,
      parts: z.array(openPart).min(1),
      /** Actions left in all parts together, each counted once. */
      leftCount: z.int().positive(),
      /** The earliest day by which something of it is due. */
      dueOn: z.iso.date().optional(),
      note: z.string().optional(),
    }),
  },
  /** The assessor has taken note. */
  'assessment.ReminderDismissed': { schema: z.strictObject(about) },
});

export type ReminderEvent = EventsOf<typeof reminderEvents>;
