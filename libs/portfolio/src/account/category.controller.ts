import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { z } from 'zod';
import { businessDate } from '../fields';
import { categoryHistoryAnswer } from './account.answers';
import {
  CategoriseAccount,
  type CategoriseAccountBody,
  categoriseAccountBody,
  RecategoriseAccount,
  type RecategoriseAccountBody,
  recategoriseAccountBody,
} from './account.commands';
import { CategoryHistoryQueries } from './category-history/category-history.queries';

const onDay = z.object({ on: businessDate.optional().describe('Business date to ask about; today where left out') });

@Controller('api/t/:tenant/accounts/:accountId')
export class CategoryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: CategoryHistoryQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'categories',
    access: 'portfolio.read',
    summary: 'Every decision on the category of an account, on both clocks',
    query: onDay,
    answer: categoryHistoryAnswer,
  })
  async getCategoryHistory(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { on }: z.infer<typeof onDay>,
  ) {
    const day = on ?? (context.asAt ?? context.now).toISOString().slice(0, 10);
    const history = await this.queries.history(context, accountId, day);
    if (!history) throw new NotFound('account', accountId);
    return history;
  }

  @Endpoint({
    method: 'POST',
    path: 'categorisation',
    access: 'portfolio.categorise',
    summary: 'Decide the first category of an account',
    body: categoriseAccountBody,
    answer: 'command',
  })
  categoriseAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<CategoriseAccountBody, 'accountId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new CategoriseAccount(context, accountId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'recategorisations',
    access: 'portfolio.recategorise',
    summary: 'Move an account to another category; de-selection is a move to not key',
    body: recategoriseAccountBody,
    answer: 'command',
    creates: true,
  })
  recategoriseAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<RecategoriseAccountBody, 'accountId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecategoriseAccount(context, accountId, { accountId, ...body }));
  }
}
