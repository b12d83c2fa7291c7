import { Controller, Res } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat } from '@mainstay/http';
import { type KnownCategories, PortfolioFacade } from '@mainstay/portfolio';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { flowsOf } from './movement';
import { PortfolioViewsQueries } from './portfolio-views.queries';
import {
  type Candidate,
  candidatesAnswer,
  candidatesFilter,
  type CandidatesPage,
  candidatesPage,
  movedAnswer,
  movedQuery,
  type MovedQuery,
  movementAnswer,
  movementQuery,
  type MovementQuery,
  viewAnswer,
  type ViewQuery,
  viewQuery,
} from './portfolio-views.views';

const candidatesExport = candidatesFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant/portfolio')
export class PortfolioViewsController {
  constructor(
    private readonly queries: PortfolioViewsQueries,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'views',
    access: 'portfolio.read',
    summary: 'The accounts by category, division, manager, country, level or band of health',
    query: viewQuery,
    answer: viewAnswer,
  })
  getPortfolioView(@Ctx() context: RequestContext, @Query() query: ViewQuery) {
    return this.queries.groups(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'de-selection',
    access: 'portfolio.read',
    summary: 'Key accounts that stay at commodity while what we invest in them grows, with the evidence',
    query: candidatesPage,
    answer: candidatesAnswer,
  })
  listDeSelectionCandidates(@Ctx() context: RequestContext, @Query() query: CandidatesPage) {
    return this.queries.candidates(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'de-selection/export',
    access: 'portfolio.read',
    summary: 'The same as CSV or XLSX, with the filter and the order of the list',
    query: candidatesExport,
    answer: 'file',
  })
  async exportDeSelectionCandidates(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof candidatesExport>,
    @Res() reply: FastifyReply,
  ) {
    const [candidates, known] = await Promise.all([
      this.queries.allCandidates(context, filter),
      this.portfolio.categories(context),
    ]);
    await sendTable(reply, format, 'de-selection-candidates', candidateColumns(known), candidates);
  }

  @Endpoint({
    method: 'GET',
    path: 'movement',
    access: 'portfolio.read',
    summary: 'From which category to which accounts moved in a period, on either clock; those that stayed too',
    query: movementQuery,
    answer: movementAnswer,
  })
  async getPortfolioMovement(@Ctx() context: RequestContext, @Query() query: MovementQuery) {
    const { from, to, moved } = await this.queries.moved(context, query);
    return { from, to, flows: flowsOf(moved) };
  }

  @Endpoint({
    method: 'GET',
    path: 'movement/accounts',
    access: 'portfolio.read',
    summary: 'The accounts that one flow of the movement is made of',
    query: movedQuery,
    answer: movedAnswer,
  })
  listMovedAccounts(@Ctx() context: RequestContext, @Query() query: MovedQuery) {
    return this.queries.movedAccounts(context, query);
  }
}

const candidateColumns = ({ nameOf }: KnownCategories): Columns<Candidate> => ({
  Code: ({ code }) => code,
  Name: ({ name }) => name,
  Category: ({ category }) => nameOf(category),
  'Lead (id)': ({ leadId }) => leadId,
  Spend: ({ spend }) => spend,
  'Commodity since': ({ commoditySince }) => commoditySince,
  'Ever raised': ({ everRaised }) => (everRaised ? 'yes' : 'no'),
  'Money a year': ({ money }) => money,
  'Hours a month': ({ hours }) => hours,
  People: ({ people }) => people,
  'Last invested on': ({ lastInvestedOn }) => lastInvestedOn,
});
