import { Controller, Param, Res } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat } from '@mainstay/http';
import { type KnownCategories, PortfolioFacade } from '@mainstay/portfolio';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { HealthQueries } from './health.queries';
import { accountHealth, healthFilter, type HealthLine, healthLines, healthPage, type HealthPage } from './health.views';

const healthExport = healthFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant')
export class HealthController {
  constructor(
    private readonly queries: HealthQueries,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'portfolio/health',
    access: 'portfolio.read',
    summary: "How healthy accounts are: a score of visible parts, by the enterprise's weights",
    query: healthPage,
    answer: healthLines,
  })
  listHealth(@Ctx() context: RequestContext, @Query() query: HealthPage) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'portfolio/health/export',
    access: 'portfolio.read',
    summary: 'The same as CSV or XLSX, with the filters and the order of the list',
    query: healthExport,
    answer: 'file',
  })
  async exportHealth(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof healthExport>,
    @Res() reply: FastifyReply,
  ) {
    const [lines, known] = await Promise.all([this.queries.list(context, filter), this.portfolio.categories(context)]);
    await sendTable(reply, format, 'health', columnsWith(known), lines);
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/:accountId/health',
    access: 'portfolio.read',
    summary: 'The health of one account: each part with its weight, and what it follows from',
    answer: accountHealth,
  })
  async getHealth(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const health = await this.queries.one(context, accountId);
    if (!health) throw new NotFound('account', accountId);
    return health;
  }
}

const columnsWith = ({ nameOf }: KnownCategories): Columns<HealthLine> => ({
  Code: ({ code }) => code,
  Name: ({ name }) => name,
  Category: ({ category }) => nameOf(category),
  'Lead (id)': ({ leadId }) => leadId,
  Spend: ({ spend }) => spend,
  Health: ({ health }) => health,
  Band: ({ band }) => band,
  Plan: ({ parts }) => parts.plan,
  Contact: ({ parts }) => parts.contact,
  Level: ({ parts }) => parts.level,
  Alignment: ({ parts }) => parts.alignment,
  Growth: ({ parts }) => parts.growth,
  Readiness: ({ parts }) => parts.readiness,
});
