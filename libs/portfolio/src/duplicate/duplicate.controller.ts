import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { account } from '../account/account';
import { registered } from '../account/account.rules';
import { pairOf, RuleOnDuplicate } from './duplicate-ruling';
import { DuplicateQueries } from './duplicate.queries';
import { duplicateFilter, duplicatePage, duplicatesAnswer, ruleBody, type SuspectedPair } from './duplicate.views';

const duplicateExport = duplicateFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant/accounts')
export class DuplicateController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: DuplicateQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'duplicates',
    access: 'portfolio.register',
    summary: 'Pairs of accounts that may be one customer, the likeliest first, each with what speaks for it',
    query: duplicatePage,
    answer: duplicatesAnswer,
  })
  listDuplicates(@Ctx() context: RequestContext, @Query() query: z.infer<typeof duplicatePage>) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'duplicates/export',
    access: 'portfolio.register',
    summary: 'Suspected pairs as CSV or XLSX, with the filters of the list',
    query: duplicateExport,
    answer: 'file',
  })
  async exportDuplicates(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof duplicateExport>,
    @Res() reply: FastifyReply,
  ) {
    await sendTable(reply, format, 'duplicates', pairColumns, await this.queries.all(context, filter));
  }

  @Endpoint({
    method: 'POST',
    path: ':accountId/not-a-duplicate',
    access: 'portfolio.register',
    summary: 'Record that this account and another are two customers: the pair is not suspected any more',
    body: ruleBody,
    answer: 'command',
  })
  ruleDuplicateOut(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof ruleBody>,
  ): Promise<CommandResult> {
    return this.rule(context, accountId, body, true);
  }

  @Endpoint({
    method: 'POST',
    path: ':accountId/may-be-a-duplicate',
    access: 'portfolio.register',
    summary: 'Take back that this account and another are two customers',
    body: ruleBody,
    answer: 'command',
  })
  suspectDuplicateAgain(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof ruleBody>,
  ): Promise<CommandResult> {
    return this.rule(context, accountId, body, false);
  }

  private async rule(
    context: RequestContext,
    accountId: string,
    { otherId, reason }: z.infer<typeof ruleBody>,
    ruledOut: boolean,
  ): Promise<CommandResult> {
    for (const id of [accountId, otherId]) registered(await this.runner.state(account, context.tenant, id), id);
    const { id, accountIds } = pairOf(context.tenant, accountId, otherId);
    return this.commands.execute(new RuleOnDuplicate(context, id, { accountIds, ruledOut, reason }));
  }
}

const pairColumns: Columns<SuspectedPair> = {
  Score: ({ score }) => score,
  'What speaks for it': ({ signs }) => signs.join(' '),
  'Likeness of names': ({ likeness }) => likeness,
  Code: ({ one }) => one.code,
  Name: ({ one }) => one.name,
  Countries: ({ one }) => one.countries.join(' '),
  'Other code': ({ other }) => other.code,
  'Other name': ({ other }) => other.name,
  'Other countries': ({ other }) => other.countries.join(' '),
  'Not a duplicate because': ({ ruling }) => ruling?.reason,
  Id: ({ one }) => one.id,
  'Other id': ({ other }) => other.id,
};
