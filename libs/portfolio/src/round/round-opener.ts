import { Injectable } from '@nestjs/common';
import {
  type CommandResult,
  CommandRunner,
  idForRequest,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { CommandBus } from '@nestjs/cqrs';
import { ReadStore } from '@mainstay/read-store';
import { filtered } from '../account/account-register/account.queries';
import type { Category } from '../account/category';
import { CriteriaInUse } from '../criteria/criteria-in-use';
import { criteriaSets } from '../criteria/criteria-sets';
import { PeopleDirectory } from '../relationship/people-directory';
import { OpenRound, type OpenRoundRequest, roundFilter } from './round.commands';
import type { SpreadScorer, ToSpread } from './spread-accounts';

/** What one round can hold. */
const MOST_ACCOUNTS = 10_000;

/** Looks up what opening a round and assigning its scorers depend on. */
@Injectable()
export class RoundOpener {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly readStore: ReadStore,
    private readonly criteria: CriteriaInUse,
    private readonly people: PeopleDirectory,
  ) {}

  async open(context: RequestContext, { criteria, filter: said, ...round }: OpenRoundRequest): Promise<CommandResult> {
    const roundId = idForRequest('round', context);
    const filter = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
    const underDraft = criteria === 'draft';
    const { draft } = await this.runner.state(criteriaSets, context.tenant, context.tenant);
    const drafted = draft ? { name: draft.name, criteria: draft.criteria } : undefined;
    const inForce = underDraft ? undefined : await this.criteria.set(context);
    const body = {
      ...round,
      roundId,
      filter,
      criteriaVersion: inForce?.version ?? null,
      draft: underDraft ? drafted : null,
      held: await this.held(context, filter),
    };
    const result: CommandResult = await this.commands.execute(new OpenRound(context, context.tenant, body));
    return { ...result, id: roundId };
  }

  /** The accounts of a round with the divisions that trade with them, the largest first. */
  accountsOf(context: RequestContext, roundId: string): Promise<ToSpread[]> {
    return this.readStore.read(
      context,
      (manager) =>
        manager.query(
          `select account_id as "accountId", division_ids as "divisionIds" from round_account join account using (account_id)
           where round_id = $1 and archived_at is null order by spend desc, account_id`,
          [roundId],
        ) as Promise<ToSpread[]>,
    );
  }

  /** @throws Refused where somebody does not work here */
  async scorers(context: RequestContext, scorerIds: readonly string[]): Promise<SpreadScorer[]> {
    const scorers: SpreadScorer[] = [];
    for (const scorerId of scorerIds) {
      if (!(await this.people.knows(context, scorerId))) {
        throw new Refused('round.scorer-unknown', `scorerIds: nobody with the id ${scorerId} works here.`);
      }
      scorers.push({ scorerId, divisionId: await this.people.divisionOf(context, scorerId) });
    }
    return scorers;
  }

  private async held(context: RequestContext, said: Record<string, string>) {
    const filter = roundFilter.safeParse(said);
    if (!filter.success) throw new Refused('round.filter', `filter: ${filter.error.issues[0]!.message}.`);
    const rows = await this.readStore.read(context, (manager) => {
      const { sql, values } = filtered(context, filter.data);
      return manager.query(
        `select account_id as id, category from account where ${sql} order by name, account_id limit ${MOST_ACCOUNTS + 1}`,
        values,
      ) as Promise<{ id: string; category: Category }[]>;
    });
    if (rows.length > MOST_ACCOUNTS) {
      throw new Refused('round.too-many-accounts', `filter: a round holds at most ${MOST_ACCOUNTS} accounts.`);
    }
    const held = new Map<Category, string[]>();
    for (const { id, category } of rows) held.set(category, [...(held.get(category) ?? []), id]);
    return [...held].map(([category, accountIds]) => ({ category, accountIds }));
  }
}
