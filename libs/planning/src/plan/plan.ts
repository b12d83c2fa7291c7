import { decider, latestDateOnEarth, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { changesBetween } from '../compare/changes';
import { assertSound } from './content-rules';
import type { PlanContent } from './plan-content';
import { type PlanEvent, planEvents } from './plan.events';
import { mayReview, mayWrite, notYoursToReview, notYoursToWrite, type Part } from './plan-writers';

interface Review {
  readonly on: string;
  readonly note: string;
}
export interface WrittenPlan {
  readonly kind: 'written';
  readonly revision: number;
  readonly content: PlanContent;
  readonly lastReview: Review | null;
}
export type Plan = { readonly kind: 'none' } | WrittenPlan;

export const plan = decider<Plan, PlanEvent>({
  stream: 'planning.plan',
  initial: { kind: 'none' },
  events: planEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'planning.PlanRevised': {
        const { revision, content } = event.data;
        return { kind: 'written', revision, content, lastReview: state.kind === 'written' ? state.lastReview : null };
      }
      case 'planning.PlanReviewed': {
        const { reviewedOn: on, note } = event.data;
        return state.kind === 'written' ? { ...state, lastReview: { on, note } } : state;
      }
      default:
        return event satisfies never;
    }
  },
});

export interface Revise {
  readonly accountId: string;
  readonly content: PlanContent;
  readonly reason: string;
  readonly part: Part;
}

/** Saves the document as the next revision. From the second on, a revision says why. */
export function revise(
  state: Plan,
  { accountId, content, reason, part }: Revise,
  context: RequestContext,
): PlanEvent[] {
  const actions = state.kind === 'written' ? state.content.actions : [];
  if (!mayWrite(actions, part, context)) throw notYoursToWrite();
  assertSound(content);
  if (state.kind === 'none') {
    const data = { accountId, revision: 1, from: null, reason, content, changes: [] };
    return [{ type: 'planning.PlanRevised', data }];
  }
  const changes = changesBetween(state.content, content);
  if (changes.length === 0) return [];
  if (!reason) throw new Refused('plan.reason-missing', 'reason: say why the plan changes.');
  const { revision: from } = state;
  return [{ type: 'planning.PlanRevised', data: { accountId, revision: from + 1, from, reason, content, changes } }];
}

export interface RecordReview {
  readonly accountId: string;
  readonly reviewedOn: string;
  readonly note: string;
  readonly part: Part;
}

/** Records that the present revision was gone through and still holds. */
export function review(
  state: Plan,
  { accountId, reviewedOn, note, part }: RecordReview,
  context: RequestContext,
): PlanEvent[] {
  if (state.kind === 'none') throw new NotFound('plan', accountId);
  if (!mayReview(part, context)) throw notYoursToReview();
  const last = state.lastReview;
  if (last?.on === reviewedOn && last.note === note) return [];
  if (reviewedOn > latestDateOnEarth(context.recordedAt ?? context.now)) {
    throw new Refused('plan.review-in-future', 'reviewedOn: a review is recorded once it has taken place.');
  }
  if (last && reviewedOn < last.on) {
    throw new Refused('plan.review-out-of-order', `reviewedOn: the plan was reviewed later than that, on ${last.on}.`);
  }
  const data = { accountId, revision: state.revision, reviewedOn, from: last?.on ?? null, note };
  return [{ type: 'planning.PlanReviewed', data, effectiveOn: reviewedOn }];
}
