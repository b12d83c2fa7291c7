import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** Where it is said: beside one action of one audit. */
const place = { divisionId: z.string().optional(), auditId: z.string(), actionId: z.string() };

/** Words with the people they name: `@[person id]` in the text. */
export const said = z.strictObject({ text: z.string(), mentions: z.array(z.string()) });
export type Said = z.infer<typeof said>;

export const discussionEvents = eventTypes({
  'assessment.CommentMade': {
    schema: z.strictObject({
      ...place,
      commentId: z.string(),
      kind: z.enum(['comment', 'question']),
      /** The question that it answers. */
      answers: z.string().optional(),
      ...said.shape,
    }),
  },
  /** Its author put it otherwise; both stay readable. */
  'assessment.CommentEdited': {
    schema: z.strictObject({ ...place, commentId: z.string(), from: said, to: said }),
  },
  /** Its author takes it back; what was said stays in the history. */
  'assessment.CommentWithdrawn': {
    schema: z.strictObject({
      ...place,
      commentId: z.string(),
      /** The question that it answered. */
      answers: z.string().optional(),
      from: said,
      reason: z.string(),
    }),
  },
  'assessment.QuestionResolved': {
    schema: z.strictObject({ ...place, commentId: z.string(), question: said }),
  },
  'assessment.QuestionReopened': {
    schema: z.strictObject({ ...place, commentId: z.string(), question: said, reason: z.string() }),
  },
});

export type DiscussionEvent = EventsOf<typeof discussionEvents>;
