import { Controller } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import { z } from 'zod';
import { businessDate } from '../fields';
import { matrixAnswer, summaryAnswer } from './account.answers';
import { type AccountFilter, accountFilter } from './account-register/account-list';
import { lastYear } from './portfolio-views/period';
import { PortfolioQueries } from './portfolio-views/portfolio.queries';

const period = z.object({
  from: businessDate.optional().describe('First day of the period of movement; a year before its last where left out'),
  to: businessDate.optional().describe('Last day of the period; today where left out'),
});

@Controller('api/t/:tenant/portfolio')
export class PortfolioController {
  constructor(private readonly queries: PortfolioQueries) {}

  @Endpoint({
    method: 'GET',
    path: 'matrix',
    access: 'portfolio.read',
    summary: 'The portfolio matrix: accounts by attractiveness and standing, with spend',
    query: accountFilter,
    answer: matrixAnswer,
  })
  getPortfolioMatrix(@Ctx() context: RequestContext, @Query() filter: AccountFilter) {
    return this.queries.matrix(context, filter);
  }

  @Endpoint({
    method: 'GET',
    path: 'summary',
    access: 'portfolio.read',
    summary: 'Accounts and spend by category, capacity, movement in a period',
    query: period,
    answer: summaryAnswer,
  })
  getPortfolioSummary(@Ctx() context: RequestContext, @Query() { from, to }: z.infer<typeof period>) {
    const year = lastYear(context, to);
    return this.queries.summary(context, { ...year, ...(from ? { from } : {}) });
  }
}
