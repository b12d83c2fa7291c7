import type { Descriptions, Recorded } from '@mainstay/event-sourcing';
import type { DiscussionEvent } from './discussion.events';

/** A discussion is told as part of its audit. */
export const discussionDescriptions: Descriptions<DiscussionEvent> = {
  'assessment.CommentMade': (event) => {
    const { kind, text, mentions, answers } = event.data;
    return { ...about(event), before: null, after: { kind, text, mentions, answers } };
  },
  'assessment.CommentEdited': (event) => ({ ...about(event), before: event.data.from, after: event.data.to }),
  'assessment.CommentWithdrawn': (event) => ({
    ...about(event),
    before: event.data.from,
    after: null,
    why: event.data.reason,
  }),
  'assessment.QuestionResolved': (event) => ({ ...about(event), ...settled(event.data.question, false, true) }),
  'assessment.QuestionReopened': (event) => ({
    ...about(event),
    ...settled(event.data.question, true, false),
    why: event.data.reason,
  }),
};

const about = ({ data }: Recorded<DiscussionEvent>) => ({
  kind: 'audit-discussion',
  subject: { type: 'audit', id: data.auditId },
  divisionId: data.divisionId,
  detail: data.actionId,
});

const settled = ({ text }: { text: string }, before: boolean, after: boolean) => ({
  before: { question: text, resolved: before },
  after: { question: text, resolved: after },
});
