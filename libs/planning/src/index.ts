import { planDescriptions } from './plan/plan.descriptions';
import { planEvents } from './plan/plan.events';
import { planProjection } from './plan/plan.projection';

export const planningEvents = planEvents;
export const planningDescriptions = planDescriptions;
export const planningProjections = [planProjection];

export { PlanningModule } from './planning.module';
export { PlanningFacade } from './planning-facade';
export { planActionTable, planReviewTable, planRevisionTable, planTable } from './plan/plan.tables';
export type { PlansSummary } from './plan-list/plan-list';
