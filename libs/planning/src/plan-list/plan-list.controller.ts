import { Controller, Res } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat } from '@mainstay/http';
import { namingCategories, PortfolioFacade } from '@mainstay/portfolio';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type PlanLine, planOrder, type PlanPage, planPage, plansAnswer, plansSummary } from './plan-list';
import { PlanListQueries } from './plan-list.queries';

const planExport = planOrder.extend({ format: tableFormat });
type PlanExport = z.infer<typeof planExport>;

@Controller('api/t/:tenant/plans')
export class PlanListController {
  constructor(
    private readonly queries: PlanListQueries,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'planning.read',
    summary: 'Key accounts with the state of their plans: live, stale or none',
    query: planPage,
    answer: plansAnswer,
  })
  listPlans(@Ctx() context: RequestContext, @Query() query: PlanPage) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'planning.read',
    summary: 'The list of plans as CSV or XLSX, with its filters and its order',
    query: planExport,
    answer: 'file',
  })
  async exportPlans(@Ctx() context: RequestContext, @Query() query: PlanExport, @Res() reply: FastifyReply) {
    const columns = namingCategories(csvColumns, await this.portfolio.categories(context), {
      categories: ['Category'],
    });
    await sendTable(reply, query.format, 'plans', columns, await this.queries.all(context, query));
  }

  @Endpoint({
    method: 'GET',
    path: 'summary',
    access: 'planning.read',
    summary: 'How many plans are live, stale or missing, and how many actions are overdue',
    answer: plansSummary,
  })
  summarisePlans(@Ctx() context: RequestContext) {
    return this.queries.summary(context);
  }
}

const csvColumns: Record<string, (line: PlanLine) => string | number | null> = {
  Code: ({ code }) => code,
  Account: ({ name }) => name,
  Category: ({ category }) => category,
  'Lead (id)': ({ leadId }) => leadId,
  Plan: ({ state }) => state,
  Revision: ({ revision }) => revision,
  'Last revised': ({ revisedAt }) => revisedAt,
  'Last reviewed': ({ reviewedOn }) => reviewedOn,
  'Horizon (years)': ({ horizonYears }) => horizonYears,
  Objectives: ({ objectives }) => objectives,
  'Open actions': ({ openActions }) => openActions,
  'Done actions': ({ doneActions }) => doneActions,
  'Overdue actions': ({ overdueActions }) => overdueActions,
  'Forecast revenue': ({ forecastRevenue }) => forecastRevenue,
  'Forecast margin': ({ forecastMargin }) => forecastMargin,
};
