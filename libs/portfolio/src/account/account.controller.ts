import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idFrom, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { DivisionGuard } from './division-guard';
import { accountOrder, type AccountPage, accountPage } from './account-register/account-list';
import { AccountQueries, type ExportedAccount } from './account-register/account.queries';
import { accountAnswer, accountsAnswer } from './account.answers';
import {
  ChangeAccountDetails,
  type ChangeAccountDetailsBody,
  changeAccountDetailsBody,
  RegisterAccount,
  type RegisterAccountBody,
  registerAccountBody,
  ScoreAccount,
  type ScoreAccountBody,
  scoreAccountBody,
} from './account.commands';

const accountExport = accountOrder.extend({ format: tableFormat });
type AccountExport = z.infer<typeof accountExport>;

@Controller('api/t/:tenant/accounts')
export class AccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: AccountQueries,
    private readonly divisions: DivisionGuard,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'Accounts: search, filter, sort, page by page',
    query: accountPage,
    answer: accountsAnswer,
  })
  listAccounts(@Ctx() context: RequestContext, @Query() query: AccountPage) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'portfolio.read',
    summary: 'Accounts as CSV or XLSX, with the filters and the order of the list',
    query: accountExport,
    answer: 'file',
  })
  async exportAccounts(@Ctx() context: RequestContext, @Query() query: AccountExport, @Res() reply: FastifyReply) {
    await sendTable(reply, query.format, 'accounts', csvColumns, await this.queries.all(context, query));
  }

  @Endpoint({
    method: 'GET',
    path: ':accountId',
    access: 'portfolio.read',
    summary: 'One account',
    answer: accountAnswer,
  })
  async getAccount(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const account = await this.queries.one(context, accountId);
    if (!account) throw new NotFound('account', accountId);
    return account;
  }

  @Endpoint({
    method: 'POST',
    access: 'portfolio.register',
    summary: 'Register an account',
    body: registerAccountBody,
    answer: 'command',
    creates: true,
  })
  async registerAccount(@Ctx() context: RequestContext, @Input() body: RegisterAccountBody): Promise<CommandResult> {
    await this.divisions.assertExist(context, body.divisionIds);
    return this.commands.execute(new RegisterAccount(context, idFrom('account', context.tenant, body.code), body));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':accountId',
    access: 'portfolio.change',
    summary: 'Change the facts of an account',
    body: changeAccountDetailsBody,
    answer: 'command',
  })
  async changeAccountDetails(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ChangeAccountDetailsBody, 'accountId'>,
  ): Promise<CommandResult> {
    await this.divisions.assertExist(context, body.divisionIds ?? []);
    return this.commands.execute(new ChangeAccountDetails(context, accountId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':accountId/scores',
    access: 'portfolio.score',
    summary: 'Score an account under a criteria set',
    body: scoreAccountBody,
    answer: 'command',
  })
  scoreAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ScoreAccountBody, 'accountId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ScoreAccount(context, accountId, { accountId, ...body }));
  }
}

const csvColumns: Record<string, (account: ExportedAccount) => string | number | null> = {
  Code: ({ code }) => code,
  Name: ({ name }) => name,
  Industry: ({ industry }) => industry,
  Countries: ({ countries }) => countries.join(' '),
  Divisions: ({ divisionCodes }) => divisionCodes.join(' '),
  'Lead (id)': ({ leadId }) => leadId,
  'Sponsor (id)': ({ sponsorId }) => sponsorId,
  Spend: ({ spend }) => spend,
  Category: ({ category }) => category,
  'Category from': ({ categoryEffectiveOn }) => categoryEffectiveOn,
  'Next category': ({ comingCategory }) => comingCategory,
  'Next category from': ({ comingOn }) => comingOn,
  Attractiveness: ({ attractiveness }) => attractiveness,
  Standing: ({ standing }) => standing,
  Suggested: ({ suggested }) => suggested,
  Id: ({ id }) => id,
};
