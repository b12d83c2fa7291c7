import { Injectable } from '@nestjs/common';
import { type CommandResult, CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import { CommandBus } from '@nestjs/cqrs';
import { accountScoring } from './scoring';
import { fedOf } from './scoring.decisions';
import { PlaceAccount, SettleScores, type SettleScoresRequest } from './scoring.commands';
import { Occasions } from './occasions';

/**
 * Settles the scores of an account and places it in the matrix. The two records are written one after the other; what
 * was interrupted between is made whole by settling again, or with the round's other accounts.
 */
@Injectable()
export class Settler {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly occasions: Occasions,
  ) {}

  async settle(context: RequestContext, accountId: string, request: SettleScoresRequest): Promise<CommandResult> {
    const { scores, reasons, reason } = request;
    const asked = await this.occasions.of(context, accountId, request);
    const body = { ...asked, accountId, scores, reasons, reason };
    const settled: CommandResult = await this.commands.execute(new SettleScores(context, accountId, body));
    const placed = await this.place({ ...context, expectedVersion: undefined }, accountId, asked);
    return placed?.changed ? { ...settled, position: placed.position, changed: true } : settled;
  }

  /** Nothing while the criteria are a draft: under a draft no account moves. */
  async place(
    context: RequestContext,
    accountId: string,
    { occasion, roundId, set }: Pick<Awaited<ReturnType<Occasions['of']>>, 'occasion' | 'roundId' | 'set'>,
  ): Promise<CommandResult | undefined> {
    const state = await this.runner.state(accountScoring, context.tenant, accountId);
    const scored = state.occasions[occasion];
    if (!scored?.settled || set.version === null) return undefined;
    const { settled } = scored;
    const body = {
      accountId,
      roundId,
      criteriaVersion: set.version,
      scorerIds: Object.keys(scored.given).sort(),
      settled,
      fed: fedOf(scored, settled.scores),
    };
    return this.commands.execute(new PlaceAccount(context, accountId, body));
  }
}
