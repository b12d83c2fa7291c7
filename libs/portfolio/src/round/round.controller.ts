import { Controller, Param, Res } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import {
  movementAnswer,
  roundAccountsAnswer,
  roundAccountsExport,
  type RoundAccountsExport,
  roundAccountsPage,
  type RoundAccountsPage,
  roundAnswer,
  roundsAnswer,
} from './round.answers';
import { roundAccountColumns } from './round-columns';
import { RoundQueries } from './round.queries';
import { CategoriesQueries } from '../category/categories.queries';
import { namingCategories } from '../category/naming-categories';

@Controller('api/t/:tenant/rounds')
export class RoundController {
  constructor(
    private readonly queries: RoundQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'Rounds of recategorisation and how far they are, the latest first',
    answer: roundsAnswer,
  })
  listRounds(@Ctx() context: RequestContext) {
    return this.queries.rounds(context);
  }

  @Endpoint({
    method: 'GET',
    path: ':roundId',
    access: 'portfolio.read',
    summary: 'A round: criteria, progress by scorer, what is open, capacity before and after',
    answer: roundAnswer,
  })
  async getRound(@Ctx() context: RequestContext, @Param('roundId') roundId: string) {
    return this.known(context, roundId);
  }

  @Endpoint({
    method: 'GET',
    path: ':roundId/accounts',
    access: 'portfolio.read',
    summary: 'The accounts of a round: scorers, state, category held against category suggested, decision',
    query: roundAccountsPage,
    answer: roundAccountsAnswer,
  })
  async listRoundAccounts(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Query() query: RoundAccountsPage,
  ) {
    await this.known(context, roundId);
    return this.queries.accounts(context, roundId, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':roundId/accounts/export',
    access: 'portfolio.read',
    summary: 'The accounts of a round as CSV or XLSX',
    query: roundAccountsExport,
    answer: 'file',
  })
  async exportRoundAccounts(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Query() query: RoundAccountsExport,
    @Res() reply: FastifyReply,
  ) {
    const { name } = await this.known(context, roundId);
    const rows = await this.queries.allAccounts(context, roundId, query);
    const columns = namingCategories(roundAccountColumns, await this.categories.known(context), {
      categories: ['Held at opening', 'Category now', 'Suggested', 'Decided to'],
    });
    await sendTable(reply, query.format, name, columns, rows);
  }

  @Endpoint({
    method: 'GET',
    path: ':roundId/movement',
    access: 'portfolio.read',
    summary: 'How accounts move between categories in a round, and the capacity before and after',
    answer: movementAnswer,
  })
  async getRoundMovement(@Ctx() context: RequestContext, @Param('roundId') roundId: string) {
    await this.known(context, roundId);
    return this.queries.movement(context, roundId);
  }

  private async known(context: RequestContext, roundId: string) {
    const round = await this.queries.round(context, roundId);
    if (!round) throw new NotFound('round', roundId);
    return round;
  }
}
