import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import {
  acceptMovesBody,
  type AcceptMovesRequest,
  AssignScorers,
  assignScorersBody,
  CloseRound,
  endRoundBody,
  type EndRoundRequest,
  MoveDue,
  moveDueBody,
  openRoundBody,
  type OpenRoundRequest,
  refuseMovesBody,
  type RefuseMovesRequest,
  RemindScorers,
  remindScorersBody,
  ReopenRound,
  SpreadScorers,
  spreadScorersBody,
} from './round.commands';
import { movesPlanAnswer } from './round.answers';
import { RoundMoves } from './round-moves';
import { RoundOpener } from './round-opener';
import { RoundQueries } from './round.queries';

const planMovesBody = acceptMovesBody
  .pick({ accountIds: true })
  .extend({ decision: z.enum(['accept', 'refuse']).default('accept') });

@Controller('api/t/:tenant/rounds')
export class RoundCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: RoundQueries,
    private readonly opener: RoundOpener,
    private readonly moves: RoundMoves,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'portfolio.round',
    summary: 'Open a round: which accounts are scored anew, under which criteria, until when; one at a time',
    body: openRoundBody,
    answer: 'command',
    creates: true,
  })
  openRound(@Ctx() context: RequestContext, @Input() body: OpenRoundRequest): Promise<CommandResult> {
    return this.opener.open(context, body);
  }

  @Endpoint({
    method: 'PUT',
    path: ':roundId/scorers',
    access: 'portfolio.round',
    summary: 'Assign accounts of a round to scorers by hand',
    body: assignScorersBody,
    answer: 'command',
  })
  async assignScorers(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() body: z.infer<typeof assignScorersBody>,
  ): Promise<CommandResult> {
    await this.opener.scorers(context, body.scorerIds);
    return this.done(roundId, this.commands.execute(new AssignScorers(context, context.tenant, { roundId, ...body })));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/spread',
    access: 'portfolio.round',
    summary: 'Spread the accounts of a round evenly over scorers, so many for each account',
    body: spreadScorersBody,
    answer: 'command',
  })
  async spreadScorers(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() { scorerIds, perAccount, byDivision }: z.infer<typeof spreadScorersBody>,
  ): Promise<CommandResult> {
    const scorers = await this.opener.scorers(context, scorerIds);
    const accounts = await this.opener.accountsOf(context, roundId);
    const body = { roundId, scorers, accounts, perAccount, byDivision };
    return this.done(roundId, this.commands.execute(new SpreadScorers(context, context.tenant, body)));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/reminders',
    access: 'portfolio.round',
    summary: 'Remind scorers of the accounts that they have still to score',
    body: remindScorersBody,
    answer: 'command',
  })
  async remindScorers(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() body: z.infer<typeof remindScorersBody>,
  ): Promise<CommandResult> {
    const { scorers } = await this.known(context, roundId);
    const waiting = scorers.filter(({ given, accounts }) => given < accounts).map(({ scorerId }) => scorerId);
    const command = new RemindScorers(context, context.tenant, { roundId, waiting, ...body });
    return this.done(roundId, this.commands.execute(command));
  }

  @Endpoint({
    method: 'PUT',
    path: ':roundId/due',
    access: 'portfolio.round',
    summary: 'Move the day until which a round is due',
    body: moveDueBody,
    answer: 'command',
  })
  moveRoundDue(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() body: z.infer<typeof moveDueBody>,
  ): Promise<CommandResult> {
    return this.done(roundId, this.commands.execute(new MoveDue(context, context.tenant, { roundId, ...body })));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/moves/plan',
    access: 'portfolio.recategorise',
    summary:
      'What accepting or refusing moves of a round would do, and which accounts it leaves out and why; changes nothing',
    body: planMovesBody,
    answer: movesPlanAnswer,
  })
  async planRoundMoves(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() { accountIds, decision }: z.infer<typeof planMovesBody>,
  ) {
    await this.known(context, roundId);
    return this.moves.plan(context, roundId, accountIds, decision);
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/moves/acceptance',
    access: 'portfolio.recategorise',
    summary: 'Accept moves that a round suggests: each becomes the governed proposal of its account',
    body: acceptMovesBody,
    answer: 'command',
  })
  async acceptRoundMoves(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() body: AcceptMovesRequest,
  ): Promise<CommandResult> {
    return this.done(roundId, this.moves.accept(context, roundId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/moves/refusal',
    access: 'portfolio.recategorise',
    summary: 'Refuse moves that a round suggests: the accounts stay where they are',
    body: refuseMovesBody,
    answer: 'command',
  })
  async refuseRoundMoves(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() body: RefuseMovesRequest,
  ): Promise<CommandResult> {
    return this.done(roundId, this.moves.refuse(context, roundId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/placement',
    access: 'portfolio.settle',
    summary: 'Place settled accounts in the matrix that are not there yet, once the criteria are published',
    answer: 'command',
  })
  placeRoundAccounts(@Ctx() context: RequestContext, @Param('roundId') roundId: string): Promise<CommandResult> {
    return this.moves.place(context, roundId);
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/closing',
    access: 'portfolio.round',
    summary: 'Close a round; with a reason where something is still open',
    body: endRoundBody,
    answer: 'command',
  })
  async closeRound(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() { reason }: EndRoundRequest,
  ): Promise<CommandResult> {
    const { counts } = await this.known(context, roundId);
    const unsettled = counts.unassigned + counts.scoring + counts['to-settle'];
    const body = { roundId, reason, unsettled, undecided: counts.move };
    return this.done(roundId, this.commands.execute(new CloseRound(context, context.tenant, body)));
  }

  @Endpoint({
    method: 'POST',
    path: ':roundId/reopening',
    access: 'portfolio.round',
    summary: 'Open a closed round again, where no other is open',
    body: endRoundBody,
    answer: 'command',
  })
  reopenRound(
    @Ctx() context: RequestContext,
    @Param('roundId') roundId: string,
    @Input() { reason }: EndRoundRequest,
  ): Promise<CommandResult> {
    return this.done(roundId, this.commands.execute(new ReopenRound(context, context.tenant, { roundId, reason })));
  }

  /** All rounds stand in one record; to its reader a round has an id of its own. */
  private async done(roundId: string, result: Promise<CommandResult>): Promise<CommandResult> {
    return { ...(await result), id: roundId };
  }

  private async known(context: RequestContext, roundId: string) {
    const round = await this.queries.round(context, roundId);
    if (!round) throw new NotFound('round', roundId);
    return round;
  }
}
