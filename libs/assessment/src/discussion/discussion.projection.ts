import { projection } from '@mainstay/read-store';
import { discussionEvents } from './discussion.events';
import { commentTable } from './discussion.table';

export const discussionRegister = projection({
  name: 'assessment.discussion-register',
  version: 1,
  events: discussionEvents,
  tables: { comment: commentTable },
  on: {
    'assessment.CommentMade': (event, rows) => {
      const { commentId, auditId, actionId, kind, answers, text, mentions } = event.data;
      const author = event.metadata.actor;
      rows.comment.insert({
        commentId,
        auditId,
        actionId,
        kind,
        answersId: answers,
        text,
        mentions,
        author,
        saidAt: event.recorded,
        earlier: [],
        answeredBy: [],
      });
      if (answers === undefined) return;
      rows.comment.update({ commentId: answers }, ({ answeredBy }) => ({ answeredBy: [...answeredBy, author] }));
    },
    'assessment.CommentEdited': (event, rows) => {
      const { commentId, to } = event.data;
      const until = event.recorded.toISOString();
      rows.comment.update({ commentId }, ({ text, earlier }) => ({ ...to, earlier: [...earlier, { text, until }] }));
    },
    'assessment.CommentWithdrawn': (event, rows) => {
      const { commentId, answers, reason } = event.data;
      rows.comment.update({ commentId }, { withdrawnAt: event.recorded, withdrawnBecause: reason });
      if (answers === undefined) return;
      rows.comment.update({ commentId: answers }, ({ answeredBy }) => ({
        answeredBy: answeredBy.toSpliced(answeredBy.indexOf(event.metadata.actor), 1),
      }));
    },
    'assessment.QuestionResolved': (event, rows) => {
      const { commentId } = event.data;
      rows.comment.update({ commentId }, { resolvedAt: event.recorded, resolvedBy: event.metadata.actor });
    },
    'assessment.QuestionReopened': (event, rows) => {
      rows.comment.update({ commentId: event.data.commentId }, { resolvedAt: null, resolvedBy: null });
    },
  },
});
