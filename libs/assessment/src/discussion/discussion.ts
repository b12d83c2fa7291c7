import {
  decider,
  Forbidden,
  hasRole,
  idFrom,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { type DiscussionEvent, discussionEvents, type Said } from './discussion.events';

/** Something said beside an action: a comment, a question, or a comment that answers a question. */
interface Comment extends Said {
  readonly kind: 'comment' | 'question';
  readonly answers?: string;
  readonly author: string;
  readonly withdrawn: boolean;
  readonly resolved: boolean;
}

export interface Discussion {
  readonly comments: Readonly<Record<string, Comment>>;
}

export interface Place {
  readonly divisionId?: string;
  readonly auditId: string;
  readonly actionId: string;
}

/** One discussion per audit and action. */
export const discussionId = (tenant: string, { auditId, actionId }: Place): string =>
  idFrom('discussion', tenant, auditId, actionId);

export const discussion = decider<Discussion, DiscussionEvent>({
  stream: 'assessment.discussion',
  initial: { comments: {} },
  events: discussionEvents,
  evolve,
});

function evolve({ comments }: Discussion, event: Recorded<DiscussionEvent>): Discussion {
  const { commentId } = event.data;
  const change = (change: Partial<Comment>) => ({
    comments: { ...comments, [commentId]: { ...comments[commentId]!, ...change } },
  });
  switch (event.type) {
    case 'assessment.CommentMade': {
      const { kind, answers, text, mentions } = event.data;
      return change({ kind, answers, text, mentions, author: event.metadata.actor, withdrawn: false, resolved: false });
    }
    case 'assessment.CommentEdited':
      return change(event.data.to);
    case 'assessment.CommentWithdrawn':
      return change({ withdrawn: true });
    case 'assessment.QuestionResolved':
      return change({ resolved: true });
    case 'assessment.QuestionReopened':
      return change({ resolved: false });
  }
}

interface OfComment {
  readonly place: Place;
  readonly commentId: string;
}

export interface CommentBody extends OfComment {
  readonly kind: 'comment' | 'question';
  readonly answers?: string;
  readonly text: string;
}

export function comment(state: Discussion, body: CommentBody): DiscussionEvent[] {
  const { place, commentId, kind, answers } = body;
  if (state.comments[commentId]) return [];
  if (answers !== undefined) {
    if (kind === 'question') throw new Refused('discussion.answer-kind', 'kind: what answers a question is a comment.');
    const question = present(state, answers);
    if (question.kind !== 'question') {
      throw new Refused('discussion.no-question', 'answers: only a question can be answered.');
    }
    if (question.resolved) {
      throw new Refused('discussion.resolved', 'answers: the question is resolved; reopen it before it is answered.');
    }
  }
  const data = { ...place, commentId, kind, answers, ...saidIn(body.text) };
  return [{ type: 'assessment.CommentMade', data }];
}

export interface EditBody extends OfComment {
  readonly text: string;
}

export function edit(state: Discussion, body: EditBody, context: RequestContext): DiscussionEvent[] {
  const { place, commentId } = body;
  const from = wordsOf(own(state, commentId, context));
  const to = saidIn(body.text);
  if (from.text === to.text) return [];
  return [{ type: 'assessment.CommentEdited', data: { ...place, commentId, from, to } }];
}

export interface WithdrawBody extends OfComment {
  readonly reason: string;
}

export function withdraw(state: Discussion, body: WithdrawBody, context: RequestContext): DiscussionEvent[] {
  const { place, commentId } = body;
  const known = state.comments[commentId];
  if (known?.withdrawn && known.author === context.actor) return [];
  const taken = own(state, commentId, context);
  const { answers } = taken;
  const from = wordsOf(taken);
  const reason = body.reason.trim();
  if (!reason) throw new Refused('discussion.reason-missing', 'reason: say why it is withdrawn.');
  return [{ type: 'assessment.CommentWithdrawn', data: { ...place, commentId, answers, from, reason } }];
}

export interface ResolveBody extends OfComment {
  readonly resolved: boolean;
  readonly reason?: string;
}

/** A question is settled by whoever asked it, or by the programme lead; opening it again says why. */
export function resolve(state: Discussion, body: ResolveBody, context: RequestContext): DiscussionEvent[] {
  const { place, commentId, resolved } = body;
  const question = present(state, commentId);
  if (question.kind !== 'question') {
    throw new Refused('discussion.no-question', 'Only a question can be resolved or reopened.');
  }
  if (question.author !== context.actor && !hasRole(context, 'programme-lead')) {
    throw new Forbidden(
      'discussion.not-asker',
      'Only whoever asked the question, and the programme lead, may resolve or reopen it.',
    );
  }
  if (question.resolved === resolved) return [];
  const data = { ...place, commentId, question: wordsOf(question) };
  if (resolved) return [{ type: 'assessment.QuestionResolved', data }];
  const reason = body.reason?.trim();
  if (!reason) throw new Refused('discussion.reason-missing', 'reason: say why the question is open again.');
  return [{ type: 'assessment.QuestionReopened', data: { ...data, reason } }];
}

/** The people named in a text, each once, in the order named. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/@\[([^\]\s]{1,200})\]/g)].map(([, personId]) => personId!)),
];

function saidIn(words: string): Said {
  const text = words.trim();
  if (!text) throw new Refused('discussion.text-missing', 'text: say something.');
  const mentions = mentionsIn(text);
  if (mentions.length > MOST_MENTIONS) {
    throw new Refused('discussion.too-many-mentions', `text: names at most ${MOST_MENTIONS} people.`);
  }
  return { text, mentions };
}

const MOST_MENTIONS = 20;

const wordsOf = ({ text, mentions }: Comment): Said => ({ text, mentions });

/** @throws NotFound for what was never said; Refused for what was taken back */
function present({ comments }: Discussion, commentId: string): Comment {
  const found = comments[commentId];
  if (!found) throw new NotFound('comment', commentId);
  if (found.withdrawn) throw new Refused('discussion.withdrawn', 'It was withdrawn.');
  return found;
}

function own(state: Discussion, commentId: string, { actor }: RequestContext): Comment {
  const found = present(state, commentId);
  if (found.author !== actor) {
    throw new Forbidden('discussion.not-author', 'Only whoever wrote it may change or withdraw it.');
  }
  return found;
}
