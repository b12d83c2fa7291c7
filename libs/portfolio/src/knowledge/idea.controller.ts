import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, idForRequest, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { assertContactsOf } from './contacts-of';
import { AnswerAccountIdea, ChangeAccountIdea, PitchAccountIdea } from './knowledge.commands';
import { ideaAnswer, ideaChanges, newIdea } from './knowledge.views';

/** Ideas pitched to the customer, and what became of them. */
@Controller('api/t/:tenant/accounts/:accountId/ideas')
export class IdeaController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'portfolio.know',
    summary: 'Record an idea that was pitched to the customer',
    body: newIdea,
    answer: 'command',
    creates: true,
  })
  async pitchIdea(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof newIdea>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await assertContactsOf(this.runner, context, accountId, body.contactIds);
    return this.commands.execute(new PitchAccountIdea(context, idForRequest('idea', context), { accountId, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':ideaId',
    access: 'portfolio.know',
    summary: 'Change what was recorded of an idea',
    body: ideaChanges,
    answer: 'command',
  })
  async changeIdea(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('ideaId') ideaId: string,
    @Input() { reason, ...changes }: z.infer<typeof ideaChanges>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await assertContactsOf(this.runner, context, accountId, changes.contactIds ?? []);
    return this.commands.execute(new ChangeAccountIdea(context, ideaId, { accountId, ideaId, changes, reason }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':ideaId/outcome',
    access: 'portfolio.know',
    summary: 'Record the customer’s answer to an idea',
    body: ideaAnswer,
    answer: 'command',
  })
  async answerIdea(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('ideaId') ideaId: string,
    @Input() body: z.infer<typeof ideaAnswer>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new AnswerAccountIdea(context, ideaId, { accountId, ideaId, ...body }));
  }
}
