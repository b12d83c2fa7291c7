import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idForRequest, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { z } from 'zod';
import { effectOf, moveEffect, MoveEffectQueries } from '../category/move-effect';
import { MoveRules } from '../category/move-rules';
import { businessDate } from '../fields';
import { categoryHistoryAnswer, movesAnswer } from './account.answers';
import {
  ApproveMove,
  CategoriseAccount,
  type CategoriseAccountBody,
  categoriseAccountBody,
  CorrectDecision,
  type CorrectDecisionBody,
  correctDecisionBody,
  type EndMoveBody,
  endMoveBody,
  ProposeMove,
  type ProposeMoveBody,
  proposeMoveBody,
  RecategoriseAccount,
  type RecategoriseAccountBody,
  recategoriseAccountBody,
  RefuseMove,
  WithdrawMove,
} from './category.commands';
import { CategoryHistoryQueries } from './category-history/category-history.queries';

const onDay = z.object({ on: businessDate.optional().describe('Business date to ask about; today where left out') });

@Controller('api/t/:tenant/accounts/:accountId')
export class CategoryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rules: MoveRules,
    private readonly queries: CategoryHistoryQueries,
    private readonly effects: MoveEffectQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'categories',
    access: 'portfolio.read',
    summary: 'Every decision on the category of an account, on both clocks',
    query: onDay,
    answer: categoryHistoryAnswer,
  })
  async getCategoryHistory(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { on }: z.infer<typeof onDay>,
  ) {
    const day = on ?? (context.asAt ?? context.now).toISOString().slice(0, 10);
    const history = await this.queries.history(context, accountId, day);
    if (!history) throw new NotFound('account', accountId);
    return history;
  }

  @Endpoint({
    method: 'GET',
    path: 'category-effect',
    access: 'portfolio.read',
    summary: 'What a move would do to the capacity of the programme, of the category and of the manager',
    query: effectOf,
    answer: moveEffect,
  })
  async getMoveEffect(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { category, on }: z.infer<typeof effectOf>,
  ) {
    const effect = await this.effects.effect(context, accountId, category, on);
    if (!effect) throw new NotFound('account', accountId);
    return effect;
  }

  @Endpoint({
    method: 'POST',
    path: 'categorisation',
    access: 'portfolio.categorise',
    summary: 'Decide the first category of an account',
    body: categoriseAccountBody,
    answer: 'command',
  })
  async categoriseAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<CategoriseAccountBody, 'accountId' | 'rule'>,
  ): Promise<CommandResult> {
    const rule = await this.rules.of(context, accountId);
    return this.commands.execute(new CategoriseAccount(context, accountId, { accountId, rule, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'recategorisations',
    access: 'portfolio.recategorise',
    summary: 'Move an account to another category; de-selection is a move to not key',
    body: recategoriseAccountBody,
    answer: 'command',
    creates: true,
  })
  async recategoriseAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<RecategoriseAccountBody, 'accountId' | 'rule'>,
  ): Promise<CommandResult> {
    const rule = await this.rules.of(context, accountId);
    await this.rules.assertPlaces(context, body.resources);
    return this.commands.execute(new RecategoriseAccount(context, accountId, { accountId, rule, ...body }));
  }

  @Endpoint({
    method: 'GET',
    path: 'category-moves',
    access: 'portfolio.read',
    summary: 'Every move that was proposed for an account and what became of it, the latest first',
    answer: movesAnswer,
  })
  async listMoves(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const items = await this.queries.moves(context, accountId);
    if (!items) throw new NotFound('account', accountId);
    return { items };
  }

  @Endpoint({
    method: 'POST',
    path: 'category-moves',
    access: 'portfolio.propose',
    summary: 'Propose to move an account to another category; somebody else approves or refuses it',
    body: proposeMoveBody,
    answer: 'command',
    creates: true,
  })
  async proposeMove(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: Omit<ProposeMoveBody, 'accountId' | 'moveId' | 'rule'>,
  ): Promise<CommandResult> {
    const moveId = idForRequest('category-move', context);
    const rule = await this.rules.of(context, accountId);
    await this.rules.assertPlaces(context, body.resources);
    return this.commands.execute(new ProposeMove(context, accountId, { accountId, moveId, rule, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'category-moves/:moveId/approval',
    access: 'portfolio.recategorise',
    summary: 'Approve a move that somebody else proposed',
    answer: 'command',
  })
  async approveMove(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('moveId') moveId: string,
  ): Promise<CommandResult> {
    const rule = await this.rules.of(context, accountId);
    return this.commands.execute(new ApproveMove(context, accountId, { accountId, moveId, rule }));
  }

  @Endpoint({
    method: 'POST',
    path: 'category-moves/:moveId/refusal',
    access: 'portfolio.recategorise',
    summary: 'Refuse a proposed move, with the reason',
    body: endMoveBody,
    answer: 'command',
  })
  refuseMove(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('moveId') moveId: string,
    @Input() body: Omit<EndMoveBody, 'accountId' | 'moveId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseMove(context, accountId, { accountId, moveId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'category-moves/:moveId/withdrawal',
    access: 'portfolio.propose',
    summary: 'Withdraw a move that one proposed oneself',
    body: endMoveBody,
    answer: 'command',
  })
  withdrawMove(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('moveId') moveId: string,
    @Input() body: Omit<EndMoveBody, 'accountId' | 'moveId'>,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawMove(context, accountId, { accountId, moveId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'category-decisions/:decision/correction',
    access: 'portfolio.recategorise',
    summary: 'Correct a decision that was recorded wrongly; the first record stays readable',
    body: correctDecisionBody,
    answer: 'command',
  })
  async correctDecision(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('decision') number: string,
    @Input() body: Omit<CorrectDecisionBody, 'accountId' | 'decision' | 'rule'>,
  ): Promise<CommandResult> {
    const decision = z.coerce.number().int().min(1).safeParse(number);
    if (!decision.success) throw new NotFound('decision', number);
    const rule = await this.rules.of(context, accountId);
    return this.commands.execute(
      new CorrectDecision(context, accountId, { accountId, decision: decision.data, rule, ...body }),
    );
  }
}
