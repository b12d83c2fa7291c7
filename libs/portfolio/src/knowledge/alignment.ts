import {
  assertPast,
  Conflict,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { z } from 'zod';
import { aboutAccount } from './about-account';
import { changed } from './changed';

/** What both sides say how far they agree on. */
export const alignmentTopics = ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'] as const;
const topic = z.enum(alignmentTopics);
export type AlignmentTopic = z.infer<typeof topic>;

/** 0: worlds apart; 10: of one mind. Null where that side did not say. */
const side = z.number().min(0).max(10).nullable();
const scores = z.record(topic, z.object({ ours: side, theirs: side }));
export type AlignmentScores = z.infer<typeof scores>;

const facts = z.object({
  heldOn: z.iso.date(),
  /** Of ours who took part. */
  people: z.array(z.string()),
  /** Contacts at the customer who took part. */
  contactIds: z.array(z.string()),
  scores,
  /** What was agreed. */
  note: z.string(),
  nextOn: z.iso.date().nullable(),
});
export type AlignmentFacts = z.infer<typeof facts>;

const accountId = z.string();

export const alignmentEvents = eventTypes({
  'portfolio.AlignmentReviewed': { schema: facts.extend({ accountId }) },
  'portfolio.AlignmentReviewCorrected': {
    /** Only what changed. */
    schema: z.object({ accountId, from: facts.partial(), to: facts.partial(), reason: z.string() }),
  },
});
export type AlignmentEvent = EventsOf<typeof alignmentEvents>;

export type AlignmentReview =
  { readonly kind: 'unknown' } | { readonly kind: 'held'; readonly accountId: string; readonly facts: AlignmentFacts };

export const alignmentReview = decider<AlignmentReview, AlignmentEvent>({
  stream: 'portfolio.alignment-review',
  initial: { kind: 'unknown' },
  events: alignmentEvents,
  evolve,
});

function evolve(state: AlignmentReview, event: Recorded<AlignmentEvent>): AlignmentReview {
  if (event.type === 'portfolio.AlignmentReviewed') {
    const { accountId, ...facts } = event.data;
    return { kind: 'held', accountId, facts };
  }
  if (state.kind === 'unknown') return state;
  return { ...state, facts: { ...state.facts, ...event.data.to } };
}

export interface HoldReview extends AlignmentFacts {
  readonly accountId: string;
}

/** Both sides score; a review that only we scored is no review of alignment. */
export function holdReview(state: AlignmentReview, data: HoldReview, context: RequestContext): AlignmentEvent[] {
  if (state.kind === 'held') throw new Conflict('alignment.held', 'This review has been recorded already.');
  assertSound(data, context);
  return [{ type: 'portfolio.AlignmentReviewed', data, effectiveOn: data.heldOn }];
}

export interface CorrectReview {
  readonly accountId: string;
  readonly reviewId: string;
  readonly changes: Partial<AlignmentFacts>;
  readonly reason: string;
}

export function correctReview(
  state: AlignmentReview,
  { accountId, reviewId, changes, reason }: CorrectReview,
  context: RequestContext,
): AlignmentEvent[] {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('alignment-review', reviewId);
  const difference = changed(state.facts, changes);
  if (!difference) return [];
  assertSound({ ...state.facts, ...difference.to }, context);
  if (!reason) throw new Refused('alignment.reason-missing', 'reason: say what was recorded wrongly.');
  return [{ type: 'portfolio.AlignmentReviewCorrected', data: { accountId, ...difference, reason } }];
}

function assertSound({ heldOn, nextOn, scores: given }: AlignmentFacts, context: RequestContext): void {
  assertPast('alignment.in-future', 'heldOn', heldOn, context);
  if (nextOn !== null && nextOn <= heldOn) {
    throw new Refused('alignment.next-before', 'nextOn: the next review comes after this one.');
  }
  const sides = Object.values(given);
  if (!sides.some(({ ours }) => ours !== null) || !sides.some(({ theirs }) => theirs !== null)) {
    throw new Refused('alignment.one-sided', 'scores: both sides score at least one topic.');
  }
}

const of = aboutAccount('alignment-review');

export const alignmentDescriptions: Descriptions<AlignmentEvent> = {
  'portfolio.AlignmentReviewed': (event) => {
    const { accountId: _, ...after } = event.data;
    return { ...of(event), detail: event.data.heldOn, after };
  },
  'portfolio.AlignmentReviewCorrected': (event) => {
    const { from, to, reason } = event.data;
    return { ...of(event), detail: Object.keys(to).join(', '), before: from, after: to, why: reason };
  },
};
