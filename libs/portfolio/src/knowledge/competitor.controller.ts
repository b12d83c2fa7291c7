import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, idFrom, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { PlaceAccountCompetitor, ReassessAccountCompetitor } from './knowledge.commands';
import { competitorChanges, newCompetitor } from './knowledge.views';

/** Who else sells to the customer, and how strong they stand there. */
@Controller('api/t/:tenant/accounts/:accountId/competitors')
export class CompetitorController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'portfolio.know',
    summary: 'Say how a competitor stands at the customer',
    body: newCompetitor,
    answer: 'command',
    creates: true,
  })
  async placeCompetitor(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof newCompetitor>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const competitorId = idFrom('competitor', accountId, body.name.toLowerCase());
    return this.commands.execute(new PlaceAccountCompetitor(context, competitorId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':competitorId',
    access: 'portfolio.know',
    summary: 'Say how a competitor stands now; how it stood stays in the history',
    body: competitorChanges,
    answer: 'command',
  })
  async reassessCompetitor(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('competitorId') competitorId: string,
    @Input() { reason, ...changes }: z.infer<typeof competitorChanges>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const body = { accountId, competitorId, changes, reason };
    return this.commands.execute(new ReassessAccountCompetitor(context, competitorId, body));
  }
}
