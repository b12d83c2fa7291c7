import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { z } from 'zod';
import { account } from '../account/account';
import { AccountQueries } from '../account/account-register/account.queries';
import { sheetAnswer } from '../round/round.answers';
import { Occasions } from './occasions';
import {
  GiveScores,
  giveScoresBody,
  type GiveScoresRequest,
  ReopenScoring,
  reopenScoringBody,
  type ReopenScoringRequest,
  settleScoresBody,
  type SettleScoresRequest,
} from './scoring.commands';
import { Settler } from './settler';
import { SheetQueries } from './sheet.queries';

const asked = z.object({
  roundId: z.string().max(100).optional().describe('The round that it is scored in; left out outside of rounds'),
  criteriaVersion: z.coerce.number().int().min(1).optional().describe('Outside of rounds; in force where left out'),
});

/** Several people score an account: each by himself or herself, then they settle. */
@Controller('api/t/:tenant/accounts/:accountId/scorings')
export class SeveralScorersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly accounts: AccountQueries,
    private readonly occasions: Occasions,
    private readonly settler: Settler,
    private readonly sheets: SheetQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'What scorers say of an account; of others only once one’s own scores are given, or they are settled',
    query: asked,
    answer: sheetAnswer,
  })
  async getScoreSheet(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() query: z.infer<typeof asked>,
  ) {
    const sheet = await this.sheets.sheet(context, accountId, query);
    if (!sheet) throw new NotFound('scoring', accountId);
    return sheet;
  }

  @Endpoint({
    method: 'PUT',
    path: 'own',
    access: 'portfolio.score-own',
    summary: 'Give one’s own scores of an account, with what supports them',
    body: giveScoresBody,
    answer: 'command',
  })
  async giveOwnScores(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() { roundId, criteriaVersion, scores, notes }: GiveScoresRequest,
  ): Promise<CommandResult> {
    await this.assertSeen(context, accountId);
    const occasion = await this.occasions.of(context, accountId, { roundId, criteriaVersion });
    const state = await this.runner.state(account, context.tenant, accountId);
    const body = { ...occasion, accountId, account: state, scores, notes };
    return this.commands.execute(new GiveScores(context, accountId, body));
  }

  @Endpoint({
    method: 'POST',
    path: 'settlement',
    access: 'portfolio.settle',
    summary: 'Settle the scores of an account; only settled scores move it in the matrix',
    body: settleScoresBody,
    answer: 'command',
  })
  async settleScores(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: SettleScoresRequest,
  ): Promise<CommandResult> {
    await this.assertSeen(context, accountId);
    return this.settler.settle(context, accountId, body);
  }

  @Endpoint({
    method: 'POST',
    path: 'reopening',
    access: 'portfolio.settle',
    summary: 'Open the settled scores of an account again',
    body: reopenScoringBody,
    answer: 'command',
  })
  async reopenScores(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() { reason, ...where }: ReopenScoringRequest,
  ): Promise<CommandResult> {
    await this.assertSeen(context, accountId);
    const { occasion, roundId } = await this.occasions.of(context, accountId, where);
    return this.commands.execute(new ReopenScoring(context, accountId, { accountId, occasion, roundId, reason }));
  }

  /** A division head scores what he or she may see; to others the account does not exist. */
  private async assertSeen(context: RequestContext, accountId: string): Promise<void> {
    if (!(await this.accounts.one(context, accountId))) throw new NotFound('account', accountId);
  }
}
