import { bind, Command } from '@mainstay/event-sourcing';
import { plan, type RecordReview, review, type Revise, revise } from './plan';

export class RevisePlan extends Command<Revise> {}
export class ReviewPlan extends Command<RecordReview> {}

export const planCommands = bind(plan, [
  [RevisePlan, revise],
  [ReviewPlan, review],
]);
