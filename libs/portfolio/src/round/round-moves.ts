import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idFrom, Refused, Rejection, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { directionOf } from '../account/category';
import { ApproveMove, CategoriseAccount, ProposeMove } from '../account/category.commands';
import { orderOf, setOn } from '../category/categories';
import { MoveRules } from '../category/move-rules';
import { Occasions } from '../scoring/occasions';
import { Settler } from '../scoring/settler';
import { keyAccounts } from './capacity';
import { planMoves, type RoundMember } from './plan-moves';
import type { MovesPlan } from './round.answers';
import { AcceptMoves, type AcceptMovesRequest, RefuseMoves, type RefuseMovesRequest } from './round.commands';
import { RoundQueries } from './round.queries';
import { stateSql, suggestedSql } from './round-sql';

/** Commands under way at a time. */
const AT_ONCE = 32;

type PlannedMove = MovesPlan['moves'][number];
interface Done extends PlannedMove {
  readonly moveId: string | null;
}

/** Carries out what was decided on the moves that a round suggests: the accounts themselves first, then the round. */
@Injectable()
export class RoundMoves {
  constructor(
    private readonly commands: CommandBus,
    private readonly readStore: ReadStore,
    private readonly rounds: RoundQueries,
    private readonly rules: MoveRules,
    private readonly occasions: Occasions,
    private readonly settler: Settler,
  ) {}

  /** What accepting or refusing would do, and which accounts it would leave out. */
  async plan(
    context: RequestContext,
    roundId: string,
    accountIds: readonly string[],
    decision: 'accept' | 'refuse' = 'accept',
  ): Promise<MovesPlan> {
    const map = await this.rounds.suggestions(context);
    const { members, key } = await this.readStore.read(context, async (manager) => ({
      members: (await manager.query(
        `select account_id as "accountId", name, account.category as "from", ${suggestedSql('$3')} as "to",
           ${stateSql('$3')} as state, jsonb_array_length(decisions) = 0 as first,
           exists (select from category_move open where open.account_id = account.account_id and open.state = 'open') as "moveOpen"
         from round_account join account using (account_id)
         where round_id = $1 and account_id = any ($2) and archived_at is null order by spend desc, account_id`,
        [roundId, accountIds, map],
      )) as RoundMember[],
      key: await keyAccounts(manager, context),
    }));
    return planMoves(accountIds, members, key, decision);
  }

  /**
   * Each accepted move becomes the governed proposal of its account, or its first decision; where one person is enough
   * for the direction it is decided at once.
   */
  async accept(context: RequestContext, roundId: string, request: AcceptMovesRequest): Promise<CommandResult> {
    const { effectiveOn, reason, accountIds } = request;
    if (!reason) throw new Refused('round.reason-missing', 'reason: say why these accounts move.');
    await this.occasions.assertOpen(context, roundId);
    const { version } = await this.occasions.askedIn(context, roundId);
    if (version === null) {
      throw new Refused(
        'round.criteria-draft',
        'The criteria of this round are still a draft: publish them before accounts move by them.',
      );
    }
    const plan = await this.plan(context, roundId, accountIds);
    const done: Done[] = [];
    const single = accountIds.length === 1;
    await inTurn(plan.moves, async (move) => {
      try {
        done.push({ ...move, moveId: await this.propose(context, roundId, move, request) });
      } catch (error) {
        // Of many, what an account refuses stays open in the round; of one, the person is told.
        if (single || !(error instanceof Rejection) || error.status >= 500) throw error;
      }
    });
    if (done.length === 0) throw nothingToDo(plan);
    const moves = done.map(({ accountId, from, to, moveId }) => ({ accountId, from, to, moveId }));
    return this.commands.execute(
      new AcceptMoves(unversioned(context), context.tenant, { roundId, moves, effectiveOn, reason }),
    );
  }

  /** The accounts stay where they are, whatever their scores suggest; capacity does not matter to that. */
  async refuse(context: RequestContext, roundId: string, request: RefuseMovesRequest): Promise<CommandResult> {
    await this.occasions.assertOpen(context, roundId);
    const { moves: open, leftOut } = await this.plan(context, roundId, request.accountIds, 'refuse');
    if (open.length === 0) throw nothingToDo({ leftOut });
    const moves = open.map(({ accountId, from, to }) => ({ accountId, from, to }));
    return this.commands.execute(
      new RefuseMoves(unversioned(context), context.tenant, { roundId, moves, reason: request.reason }),
    );
  }

  /** Places settled accounts in the matrix that are not there yet: once a draft was published, or after an interruption. */
  async place(context: RequestContext, roundId: string): Promise<CommandResult> {
    const set = await this.occasions.askedIn(context, roundId);
    if (set.version === null) {
      throw new Refused('round.criteria-draft', 'The criteria of this round are still a draft: publish them first.');
    }
    const rows = await this.readStore.read(
      context,
      (manager) =>
        manager.query(
          `select account_id as "accountId" from round_account join account using (account_id)
           where round_id = $1 and agreed_suggested is not null and archived_at is null
             and scoring -> 'settled' ->> 'roundId' is distinct from round_id`,
          [roundId],
        ) as Promise<{ accountId: string }[]>,
    );
    const placed: CommandResult[] = [];
    await inTurn(rows, async ({ accountId }) => {
      const result = await this.settler.place(context, accountId, { occasion: roundId, roundId, set });
      if (result) placed.push(result);
    });
    const position = placed
      .flatMap((one) => one.position ?? [])
      .sort()
      .at(-1);
    return { id: roundId, version: placed.length, position, changed: placed.some(({ changed }) => changed) };
  }

  private async propose(
    context: RequestContext,
    roundId: string,
    { accountId, from, to: category, first }: PlannedMove,
    { effectiveOn, reason, resource }: AcceptMovesRequest,
  ): Promise<string | null> {
    const own = unversioned(context);
    const rule = await this.rules.of(context, accountId);
    if (first) {
      const body = { accountId, category, effectiveOn, reason, rule, roundId };
      await this.commands.execute(new CategoriseAccount(own, accountId, body));
      return null;
    }
    const moveId = idFrom('round-move', context.tenant, roundId, accountId);
    const body = { accountId, moveId, category, effectiveOn, reason, resource, rule, roundId };
    await this.commands.execute(new ProposeMove(own, accountId, body));
    const order = orderOf(setOn(rule.sets, effectiveOn));
    if (rule.approval[directionOf(from, category, order)] === 'one') {
      const approving = { ...own, idempotencyKey: own.idempotencyKey && `${own.idempotencyKey} approve` };
      await this.commands.execute(new ApproveMove(approving, accountId, { accountId, moveId, rule }));
    }
    return moveId;
  }
}

/** The version that the client has seen is none of the other records'. */
const unversioned = (context: RequestContext): RequestContext => ({ ...context, expectedVersion: undefined });

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map(work));
  }
}

const sentences: Record<MovesPlan['leftOut'][number]['why'], string> = {
  'not-in-round': 'is not in this round',
  unsettled: 'has no settled scores',
  'no-move': 'stays where it is by its scores',
  decided: 'is decided in this round',
  'move-open': 'has another move that waits for approval',
  'over-capacity': 'would be over the capacity',
  refused: 'refuses the move',
};

function nothingToDo({ leftOut }: Pick<MovesPlan, 'leftOut'>): Refused {
  const [first] = leftOut;
  const why = first ? `: ${first.name} ${sentences[first.why]}` : '';
  return new Refused('round.nothing-to-decide', `accountIds: none of them has a move to decide${why}.`);
}
