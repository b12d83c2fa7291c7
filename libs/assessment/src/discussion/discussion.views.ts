import { z } from 'zod';

const words = (longest: number) => z.string().trim().max(longest);

export const commentRequest = z.strictObject({
  text: words(5_000).min(1, 'say something').describe('Names people as @[person id]'),
  kind: z.enum(['comment', 'question']).default('comment'),
  answers: z.string().min(1).max(100).optional().describe('Id of the question that it answers'),
});
export const editCommentRequest = z.strictObject({ text: words(5_000).min(1, 'say something') });
export const withdrawCommentRequest = z.strictObject({ reason: words(2_000) });
export const resolveQuestionRequest = z.strictObject({
  resolved: z.boolean(),
  reason: words(2_000).optional().describe('Needed to reopen'),
});

export const commentView = z.object({
  id: z.string(),
  kind: z.enum(['comment', 'question']),
  answers: z.string().nullable(),
  /** Empty once withdrawn. */
  text: z.string(),
  mentions: z.array(z.string()),
  author: z.string(),
  at: z.iso.datetime(),
  earlier: z
    .array(z.object({ text: z.string(), until: z.iso.datetime() }))
    .describe('How it read before it was edited'),
  withdrawn: z.object({ at: z.iso.datetime(), because: z.string() }).nullable(),
  resolved: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type CommentView = z.infer<typeof commentView>;

/** What is said beside one action, in the order said. */
export const discussionThread = z.object({ items: z.array(commentView) });

/** Which actions of an audit are talked about. */
export const discussedActions = z.object({
  items: z.array(
    z.object({
      actionId: z.string(),
      comments: z.int().describe('Questions and answers included, what was withdrawn left out'),
      openQuestions: z.int(),
      lastAt: z.iso.datetime(),
    }),
  ),
});
export type DiscussedAction = z.infer<typeof discussedActions>['items'][number];
