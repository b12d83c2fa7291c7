import { Forbidden, hasRole, type RequestContext } from '@mainstay/event-sourcing';
import type { PlanContent } from './plan-content';

/** What the person who asks is to the account. */
export interface Part {
  readonly leads: boolean;
  readonly sponsors: boolean;
}

export const partIn = (
  account: { readonly leadId: string | null; readonly sponsorId: string | null },
  { actor }: RequestContext,
): Part => ({ leads: account.leadId === actor, sponsors: account.sponsorId === actor });

/** The head of the KAM unit; the account's lead; a team member to whom the plan gives something to do. */
export const mayWrite = (actions: PlanContent['actions'], { leads }: Part, context: RequestContext): boolean =>
  hasRole(context, 'kam-unit-head') ||
  (hasRole(context, 'key-account-manager') && leads) ||
  (hasRole(context, 'kam-team-member') && actions.some(({ ownerId }) => ownerId === context.actor));

/** The head of the KAM unit; the account's lead; its executive sponsor. */
export const mayReview = ({ leads, sponsors }: Part, context: RequestContext): boolean =>
  hasRole(context, 'kam-unit-head') ||
  (hasRole(context, 'key-account-manager') && leads) ||
  (hasRole(context, 'executive-sponsor') && sponsors);

export const notYoursToWrite = () =>
  new Forbidden(
    'plan.not-yours',
    'A plan is written by the lead of its account, by team members who own an action in it, and by the head of the KAM unit.',
  );

export const notYoursToReview = () =>
  new Forbidden(
    'plan.review-not-yours',
    'A plan is reviewed by the lead of its account, its executive sponsor, and the head of the KAM unit.',
  );
