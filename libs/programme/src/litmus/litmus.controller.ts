import { Controller, Param, Res } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendCsv } from '@mainstay/http';
import { namingCategories, PortfolioFacade } from '@mainstay/portfolio';
import type { FastifyReply } from 'fastify';
import { accountColumns, managerColumns } from './litmus.export';
import {
  type LitmusOrder,
  litmusOrder,
  type LitmusPage,
  litmusPage,
  type ManagerFilter,
  managerFilter,
} from './litmus-list';
import { LitmusPortfolio } from './litmus-portfolio.queries';
import { LitmusSubjects } from './litmus-subjects.queries';
import {
  accountLitmus,
  litmusLines,
  litmusOverview,
  managerLines,
  managerLitmus,
  organisationLitmus,
} from './litmus.views';

@Controller('api/t/:tenant/litmus')
export class LitmusResultsController {
  constructor(
    private readonly portfolio: LitmusPortfolio,
    private readonly subjects: LitmusSubjects,
    private readonly facade: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'Whether the programme is fully qualified: the organisation, the managers, the accounts',
    answer: litmusOverview,
  })
  getLitmusOverview(@Ctx() context: RequestContext) {
    return this.portfolio.overview(context);
  }

  @Endpoint({
    method: 'GET',
    path: 'organisation',
    access: 'assessment.read',
    summary: 'The test of the organisation: answers beside the record, and every taking',
    answer: organisationLitmus,
  })
  getOrganisationLitmus(@Ctx() context: RequestContext) {
    return this.subjects.organisation(context);
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts',
    access: 'assessment.read',
    summary: 'Accounts with the latest result of their tests',
    query: litmusPage,
    answer: litmusLines,
  })
  listLitmusAccounts(@Ctx() context: RequestContext, @Query() query: LitmusPage) {
    return this.portfolio.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/export',
    access: 'assessment.read',
    summary: 'The accounts with the results of their tests as CSV, with the filters and the order of the list',
    query: litmusOrder,
    answer: 'file',
  })
  async exportLitmusAccounts(@Ctx() context: RequestContext, @Query() query: LitmusOrder, @Res() reply: FastifyReply) {
    const known = await this.facade.categories(context);
    const columns = namingCategories(accountColumns, known, { categories: ['Category'] });
    sendCsv(reply, 'litmus-accounts.csv', columns, await this.portfolio.all(context, query));
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/:accountId',
    access: 'assessment.read',
    summary: 'Both tests of an account: answers beside the record, and every taking',
    answer: accountLitmus,
  })
  getAccountLitmus(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.subjects.account(context, accountId);
  }

  @Endpoint({
    method: 'GET',
    path: 'managers',
    access: 'assessment.read',
    summary: 'Key account managers with the mean over their key accounts',
    query: managerFilter,
    answer: managerLines,
  })
  async listLitmusManagers(@Ctx() context: RequestContext, @Query() filter: ManagerFilter) {
    return { items: await this.portfolio.managers(context, filter) };
  }

  @Endpoint({
    method: 'GET',
    path: 'managers/export',
    access: 'assessment.read',
    summary: 'The key account managers with their results as CSV',
    query: managerFilter,
    answer: 'file',
  })
  async exportLitmusManagers(
    @Ctx() context: RequestContext,
    @Query() filter: ManagerFilter,
    @Res() reply: FastifyReply,
  ) {
    sendCsv(reply, 'litmus-managers.csv', managerColumns, await this.portfolio.managers(context, filter));
  }

  @Endpoint({
    method: 'GET',
    path: 'managers/:personId',
    access: 'assessment.read',
    summary: 'One key account manager: the mean, and the accounts that it is made of',
    answer: managerLitmus,
  })
  getManagerLitmus(@Ctx() context: RequestContext, @Param('personId') personId: string) {
    return this.portfolio.manager(context, personId);
  }
}
