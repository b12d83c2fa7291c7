import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idFrom, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CategoriesQueries } from '../category/categories.queries';
import { namingCategories } from '../category/naming-categories';
import { CriteriaInUse } from '../criteria/criteria-in-use';
import { DivisionGuard } from './division-guard';
import { ParentGuard } from './parent-guard';
import { accountOrder, type AccountPage, accountPage } from './account-register/account-list';
import { AccountQueries } from './account-register/account.queries';
import { accountColumns } from './account-register/account-columns';
import { accountAnswer, accountsAnswer } from './account.answers';
import {
  ArchiveAccount,
  type ArchiveAccountBody,
  archiveAccountBody,
  ChangeAccountDetails,
  type ChangeAccountDetailsBody,
  changeAccountDetailsBody,
  RegisterAccount,
  type RegisterAccountBody,
  registerAccountBody,
  RestoreAccount,
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
    private readonly categories: CategoriesQueries,
    private readonly divisions: DivisionGuard,
    private readonly criteria: CriteriaInUse,
    private readonly parents: ParentGuard,
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
    const columns = namingCategories(accountColumns, await this.categories.known(context), {
      categories: ['Category', 'Next category'],
      suggestions: ['Suggested'],
    });
    await sendTable(reply, query.format, 'accounts', columns, await this.queries.all(context, query));
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
    const accountId = idFrom('account', context.tenant, body.code);
    await this.divisions.assertExist(context, body.divisionIds);
    await this.parents.assertMayBe(context, accountId, body.parentId);
    return this.commands.execute(new RegisterAccount(context, accountId, body));
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
    await this.parents.assertMayBe(context, accountId, body.parentId);
    return this.commands.execute(new ChangeAccountDetails(context, accountId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':accountId/archive',
    access: 'portfolio.register',
    summary: 'Archive an account: it leaves every list and figure, and can be restored',
    body: archiveAccountBody,
    answer: 'command',
  })
  archiveAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ArchiveAccountBody, 'accountId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ArchiveAccount(context, accountId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':accountId/restore',
    access: 'portfolio.register',
    summary: 'Restore an archived account',
    body: archiveAccountBody,
    answer: 'command',
  })
  restoreAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ArchiveAccountBody, 'accountId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new RestoreAccount(context, accountId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':accountId/scores',
    access: 'portfolio.score',
    summary: 'Score an account: under the criteria in force, or under the version stated',
    body: scoreAccountBody,
    answer: 'command',
  })
  async scoreAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ScoreAccountBody, 'accountId' | 'set'>,
  ): Promise<CommandResult> {
    const set = await this.criteria.set(context, body.criteriaVersion);
    return this.commands.execute(new ScoreAccount(context, accountId, { accountId, set, ...body }));
  }
}
