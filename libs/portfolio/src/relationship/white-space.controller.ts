import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { DivisionGuard } from '../account/division-guard';
import { businessDate, prose } from '../fields';
import { offerings } from './offerings';
import { whiteSpaceAnswer } from './relationship.answers';
import { RelationshipQueries } from './relationship.queries';
import { MarkWhiteSpaceAs, RecordWalletShare } from './relationships.commands';
import { cellStates } from './relationships.events';

const mark = z.strictObject({
  state: z.enum(cellStates).nullable().describe('Null takes back what was said'),
  reason: prose.default(''),
});
const amount = z.number().min(0, 'must not be negative').max(1e12);
const wallet = z.strictObject({
  on: businessDate,
  ours: amount.describe('What the customer spends with us in a year'),
  total: amount.describe('What the customer spends in a year on all that we could supply'),
  source: z.string().trim().max(300).default(''),
  reason: prose.default(''),
});

/** What the customer buys of what we have, and our share of what it spends. */
@Controller('api/t/:tenant/accounts/:accountId')
export class WhiteSpaceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: RelationshipQueries,
    private readonly divisions: DivisionGuard,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'white-space',
    access: 'portfolio.read',
    summary: 'What the customer buys of each division’s offerings, what it could buy, and our share of its spending',
    answer: whiteSpaceAnswer,
  })
  getWhiteSpace(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.queries.whiteSpace(context, accountId);
  }

  @Endpoint({
    method: 'PUT',
    path: 'white-space/:divisionId/:offeringId',
    access: 'portfolio.know',
    summary: 'Say whether the customer buys an offering from a division, could, or never would',
    body: mark,
    answer: 'command',
  })
  async markWhiteSpace(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('divisionId') divisionId: string,
    @Param('offeringId') offeringId: string,
    @Input() body: z.infer<typeof mark>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    if ((await this.divisions.unknown(context, [divisionId])).length > 0) throw new NotFound('division', divisionId);
    const known = await this.runner.state(offerings, context.tenant, context.tenant);
    if (!Object.hasOwn(known, offeringId)) throw new NotFound('offering', offeringId);
    return this.commands.execute(new MarkWhiteSpaceAs(context, accountId, { divisionId, offeringId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'wallet-shares',
    access: 'portfolio.know',
    summary: 'Record what the customer spends with us of what it could, as on a day',
    body: wallet,
    answer: 'command',
  })
  async recordWalletShare(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof wallet>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new RecordWalletShare(context, accountId, body));
  }
}
