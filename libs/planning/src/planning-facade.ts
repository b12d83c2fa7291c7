import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import type { PlansSummary } from './plan-list/plan-list';
import { PlanListQueries } from './plan-list/plan-list.queries';

/** What other contexts ask about plans; it reads the read models, *as at* included. */
@Injectable()
export class PlanningFacade {
  constructor(private readonly list: PlanListQueries) {}

  /** Live, stale and missing plans, and overdue actions: for the Board dashboard. */
  summary(context: RequestContext): Promise<PlansSummary> {
    return this.list.summary(context);
  }
}
