import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, idForRequest, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { assertContactsOf } from './contacts-of';
import { CorrectAlignmentReview, HoldAlignmentReview } from './knowledge.commands';
import { newReview, reviewChanges } from './knowledge.views';

/** Reviews in which both sides say how far they agree. */
@Controller('api/t/:tenant/accounts/:accountId/alignment-reviews')
export class AlignmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'portfolio.know',
    summary: 'Record an alignment review held with the customer',
    body: newReview,
    answer: 'command',
    creates: true,
  })
  async recordAlignmentReview(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof newReview>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await assertContactsOf(this.runner, context, accountId, body.contactIds);
    const reviewId = idForRequest('alignment-review', context);
    return this.commands.execute(new HoldAlignmentReview(context, reviewId, { accountId, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':reviewId',
    access: 'portfolio.know',
    summary: 'Correct what was recorded of an alignment review',
    body: reviewChanges,
    answer: 'command',
  })
  async correctAlignmentReview(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('reviewId') reviewId: string,
    @Input() { reason, ...changes }: z.infer<typeof reviewChanges>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await assertContactsOf(this.runner, context, accountId, changes.contactIds ?? []);
    const body = { accountId, reviewId, changes, reason };
    return this.commands.execute(new CorrectAlignmentReview(context, reviewId, body));
  }
}
