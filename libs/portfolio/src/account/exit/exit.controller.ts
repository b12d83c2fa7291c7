import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CategoriesQueries, type KnownCategories } from '../../category/categories.queries';
import { versionOf } from '../version-of';
import { exitAnswer, exitFilter, type ExitLine, exitLines, type ExitPage, exitPage } from './exit.answers';
import {
  AssignExitPoint,
  type AssignExitPointBody,
  assignExitPointBody,
  SettleExitPoint,
  type SettleExitPointBody,
  settleExitPointBody,
} from './exit.commands';
import { ExitQueries } from './exit.queries';

const exitExport = exitFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant')
export class ExitController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: ExitQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'portfolio/exits',
    access: 'portfolio.read',
    summary: 'Accounts that leave or left their category, and what of the exit is seen to',
    query: exitPage,
    answer: exitLines,
  })
  listExits(@Ctx() context: RequestContext, @Query() query: ExitPage) {
    return this.queries.lines(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'portfolio/exits/export',
    access: 'portfolio.read',
    summary: 'The same as CSV or XLSX, with the filters and the order of the list',
    query: exitExport,
    answer: 'file',
  })
  async exportExits(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof exitExport>,
    @Res() reply: FastifyReply,
  ) {
    const [lines, known] = await Promise.all([this.queries.all(context, filter), this.categories.known(context)]);
    await sendTable(reply, format, 'exits', columnsWith(known), lines);
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/:accountId/exits',
    access: 'portfolio.read',
    summary: 'What is seen to as the account leaves its category, the latest exit first',
    answer: exitAnswer,
  })
  async getExits(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const items = await this.queries.of(context, accountId);
    if (!items) throw new NotFound('account', accountId);
    return { items };
  }

  @Endpoint({
    method: 'PUT',
    path: 'accounts/:accountId/exits/:exit/points/:point/state',
    access: 'portfolio.exit',
    summary: 'Say that a point of an exit is done, not relevant with the reason, or open again',
    body: settleExitPointBody,
    answer: 'command',
  })
  settleExitPoint(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('exit') number: string,
    @Param('point') point: string,
    @Input() body: Omit<SettleExitPointBody, 'accountId' | 'exit' | 'point'>,
  ): Promise<CommandResult> {
    const exit = versionOf('exit', number);
    return this.commands.execute(new SettleExitPoint(context, accountId, { accountId, exit, point, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: 'accounts/:accountId/exits/:exit/points/:point/owner',
    access: 'portfolio.exit',
    summary: 'Give a point of an exit to somebody, or another day',
    body: assignExitPointBody,
    answer: 'command',
  })
  assignExitPoint(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('exit') number: string,
    @Param('point') point: string,
    @Input() body: Omit<AssignExitPointBody, 'accountId' | 'exit' | 'point'>,
  ): Promise<CommandResult> {
    const exit = versionOf('exit', number);
    return this.commands.execute(new AssignExitPoint(context, accountId, { accountId, exit, point, ...body }));
  }
}

const columnsWith = ({ nameOf }: KnownCategories): Columns<ExitLine> => ({
  Code: ({ code }) => code,
  Account: ({ name }) => name,
  'From category': ({ from }) => nameOf(from),
  'To category': ({ to }) => nameOf(to),
  'Effective on': ({ effectiveOn }) => effectiveOn,
  Points: ({ points }) => points,
  'Seen to': ({ settled }) => settled,
  Overdue: ({ overdue }) => overdue,
  'Next due on': ({ nextDueOn }) => nextDueOn,
  'Lead (id)': ({ leadId }) => leadId,
});
