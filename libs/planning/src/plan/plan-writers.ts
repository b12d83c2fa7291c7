import { Forbidden, hasRole, type RequestContext } from '@mainstay/event-sourcing';
import type { Plan } from './plan';

/** What the person who asks is to the account. */
export interface Part {
  readonly leads: boolean;
  readonly sponsors: boolean;
}

/** The head of the KAM unit; the account's lead; a team member to whom the plan gives something to do. */
export function assertMayWrite(state: Plan, { leads }: Part, context: RequestContext): void {
  const onTheTeam = state.kind === 'written' && state.content.actions.some(({ ownerId }) => ownerId === context.actor);
  if (hasRole(context, 'kam-unit-head')) return;
  if (hasRole(context, 'key-account-manager') && leads) return;
  if (hasRole(context, 'kam-team-member') && onTheTeam) return;
  throw new Forbidden(
    'plan.not-yours',
    'A plan is written by the lead of its account, by team members who own an action in it, and by the head of the KAM unit.',
  );
}

export function assertMayReview({ leads, sponsors }: Part, context: RequestContext): void {
  if (hasRole(context, 'kam-unit-head')) return;
  if (hasRole(context, 'key-account-manager') && leads) return;
  if (hasRole(context, 'executive-sponsor') && sponsors) return;
  throw new Forbidden(
    'plan.review-not-yours',
    'A plan is reviewed by the lead of its account, its executive sponsor, and the head of the KAM unit.',
  );
}
