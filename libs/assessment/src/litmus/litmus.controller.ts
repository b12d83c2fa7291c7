import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { AccountDirectory } from './account-directory';
import { litmusId, PROGRAMME } from './litmus';
import { TakeLitmusTest } from './litmus.commands';
import { litmusChoice } from './litmus.events';

/** Words that may be left out; blank counts as left out. */
const words = z
  .string()
  .trim()
  .max(2_000)
  .optional()
  .transform((text) => text || undefined);

/** States all answers of the day: a taking of the same day is replaced, which needs a reason. */
const takingRequest = z.strictObject({
  takenOn: z.iso.date('must be a date such as 2025-03-03'),
  answers: z.record(z.string().max(10), z.strictObject({ answer: litmusChoice, note: words })),
  reason: words,
});
type TakingRequest = z.infer<typeof takingRequest>;

@Controller('api/t/:tenant/litmus')
export class LitmusController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: AccountDirectory,
  ) {}

  @Endpoint({
    method: 'PUT',
    path: 'organisation',
    access: 'assessment.litmus',
    summary: 'Take the litmus test of the organisation, or correct what was answered for that day.',
    body: takingRequest,
    answer: 'command',
  })
  takeOrganisationLitmus(@Ctx() context: RequestContext, @Input() body: TakingRequest): Promise<CommandResult> {
    const id = litmusId(context.tenant, 'organisation', PROGRAMME);
    return this.commands.execute(new TakeLitmusTest(context, id, { ...body, subject: { test: 'organisation' } }));
  }

  @Endpoint({
    method: 'PUT',
    path: 'accounts/:accountId/customer',
    access: 'assessment.litmus',
    summary: 'Answer whether the customer is ready for key account management.',
    body: takingRequest,
    answer: 'command',
  })
  takeCustomerLitmus(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: TakingRequest,
  ): Promise<CommandResult> {
    return this.ofAccount(context, 'customer', accountId, body);
  }

  @Endpoint({
    method: 'PUT',
    path: 'accounts/:accountId/manager',
    access: 'assessment.litmus',
    summary: 'Take the litmus test of the key account manager for one account.',
    body: takingRequest,
    answer: 'command',
  })
  takeManagerLitmus(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: TakingRequest,
  ): Promise<CommandResult> {
    return this.ofAccount(context, 'manager', accountId, body);
  }

  private async ofAccount(
    context: RequestContext,
    test: 'customer' | 'manager',
    accountId: string,
    body: TakingRequest,
  ): Promise<CommandResult> {
    const account = await this.accounts.account(context, accountId);
    if (!account) throw new NotFound('account', accountId);
    const subject = { test, accountId, leadId: account.leadId };
    return this.commands.execute(
      new TakeLitmusTest(context, litmusId(context.tenant, test, accountId), { ...body, subject }),
    );
  }
}
