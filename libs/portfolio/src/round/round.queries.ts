import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { containing, ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { type Category, isKey } from '../account/category';
import { CategoriesQueries } from '../category/categories.queries';
import { knownCriteria } from '../criteria/criteria.queries';
import type { CriteriaContent } from '../criteria/criteria-sets.events';
import { Conditions, withinScope } from '../scope';
import { keyAccounts } from './capacity';
import type {
  MovementAnswer,
  RoundAccount,
  RoundAccountsFilter,
  RoundAccountsPage,
  RoundAnswer,
  RoundCounts,
  RoundLine,
} from './round.answers';
import { endSql, roundStates, stateSql, suggestedSql, suggestions } from './round-sql';
import { roundTable } from './round.projection';

/** Rounds as their readers see them: a division head those accounts that trade with the division. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly categories: CategoriesQueries,
  ) {}

  /** The latest first. */
  async rounds(context: RequestContext): Promise<{ items: RoundLine[] }> {
    const map = await this.suggestions(context);
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.find(roundTable.entity, { order: { openedAt: 'DESC', roundId: 'ASC' } });
      const counted = await countsBy(manager, context, map);
      const published = await knownCriteria(manager);
      const items = rows.map((row) => ({
        id: row.roundId,
        name: row.name,
        state: row.state,
        criteriaVersion: row.criteriaVersion ?? versionOf(row.draft, published),
        dueOn: row.dueOn,
        openedBy: row.openedBy,
        openedAt: row.openedAt.toISOString(),
        closedAt: row.closedAt?.toISOString() ?? null,
        counts: counted.get(row.roundId) ?? noCounts(),
      }));
      return { items };
    });
  }

  async round(context: RequestContext, roundId: string): Promise<RoundAnswer | undefined> {
    const map = await this.suggestions(context);
    return this.readStore.read(context, async (manager) => {
      const row = await manager.findOneBy(roundTable.entity, { roundId });
      if (!row) return undefined;
      const counts = (await countsBy(manager, context, map)).get(roundId) ?? noCounts();
      const seen = withinScope(new Conditions(), context).add((id) => `round_id = ${id}`, roundId);
      const scorers = (await manager.query(
        `select scorer_id as "scorerId", count(*)::int as accounts,
           count(*) filter (where given_by @> array[scorer_id])::int as given
         from round_account join account using (account_id) cross join unnest(scorer_ids) as scorer_id
         where ${seen.sql} group by scorer_id order by count(*) filter (where given_by @> array[scorer_id])::float / count(*), 1`,
        seen.values,
      )) as { scorerId: string; accounts: number; given: number }[];
      const [{ unplaced }] = (await manager.query(
        `select count(*)::int as unplaced from round_account join account using (account_id)
         where ${seen.sql} and agreed_suggested is not null and scoring -> 'settled' ->> 'roundId' is distinct from round_id`,
        seen.values,
      )) as [{ unplaced: number }];
      const published = await knownCriteria(manager);
      const criteriaVersion = row.criteriaVersion ?? versionOf(row.draft, published);
      const set = published.find(({ version }) => version === criteriaVersion);
      const remindedAt = (scorerId: string) => row.reminders[scorerId]?.at ?? null;
      return {
        id: roundId,
        version: counts.accounts,
        name: row.name,
        state: row.state,
        criteriaVersion,
        underDraft: row.draft !== null,
        criteriaName: set?.name ?? row.draft?.name ?? '',
        filter: row.filter,
        reason: row.reason,
        dueOn: row.dueOn,
        openedBy: row.openedBy,
        openedAt: row.openedAt.toISOString(),
        closedBy: row.closedBy,
        closedAt: row.closedAt?.toISOString() ?? null,
        closeReason: row.closeReason,
        counts,
        unplaced,
        scorers: scorers.map((one) => ({ ...one, remindedAt: remindedAt(one.scorerId) })),
        capacity: await this.capacity(manager, context, roundId, map),
      };
    });
  }

  async accounts(context: RequestContext, roundId: string, query: RoundAccountsPage) {
    const map = await this.suggestions(context);
    return this.readStore.read(context, async (manager) => {
      const conditions = filtered(context, roundId, query, map);
      const from = 'from round_account join account using (account_id)';
      const [{ total }] = (await manager.query(
        `select count(*)::int as total ${from} where ${conditions.sql}`,
        conditions.values,
      )) as [{ total: number }];
      if (query.cursor !== undefined) {
        const [name, id] = fromCursor(query.cursor, 'name', 'string');
        conditions.add((n, i) => `(account.name, account_id) > (${n}, ${i})`, name, id);
      }
      const rows = await accountRows(manager, conditions, map, query.limit + 1);
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return { items, total, next: rows.length > query.limit && last ? cursorOf('name', last.name, last.id) : null };
    });
  }

  async allAccounts(context: RequestContext, roundId: string, filter: RoundAccountsFilter): Promise<RoundAccount[]> {
    const map = await this.suggestions(context);
    return this.readStore.read(context, (manager) =>
      accountRows(manager, filtered(context, roundId, filter, map), map),
    );
  }

  /** From the category when the round was opened to the one decided; accounts that stay are flows to where they were. */
  async movement(context: RequestContext, roundId: string): Promise<MovementAnswer> {
    const map = await this.suggestions(context);
    return this.readStore.read(context, async (manager) => {
      const seen = withinScope(new Conditions(), context).add((id) => `round_id = ${id}`, roundId);
      const flows = (await manager.query(
        `select held as "from", ${endSql} as "to", count(*)::int as accounts, sum(spend) as spend,
           count(*) filter (where exists (
             select from category_move moved where moved.move_id = round_account.move_id and moved.state = 'open'))::int as pending
         from round_account join account using (account_id) where ${seen.sql} group by 1, 2 order by 3 desc, 1, 2`,
        seen.values,
      )) as MovementAnswer['flows'];
      return { flows, capacity: await this.capacity(manager, context, roundId, map) };
    });
  }

  async suggestions(context: RequestContext): Promise<string> {
    return JSON.stringify(suggestions(await this.categories.known(context)));
  }

  private async capacity(
    manager: EntityManager,
    context: RequestContext,
    roundId: string,
    map: string,
  ): Promise<RoundAnswer['capacity']> {
    const { capacity, now, proposed } = await keyAccounts(manager, context);
    const seen = withinScope(new Conditions(), context).add((id) => `round_id = ${id}`, roundId);
    const at = `$${seen.values.push(map)}`;
    const open = (await manager.query(
      `select account.category as "from", ${suggestedSql(at)} as "to" from round_account join account using (account_id)
       where ${seen.sql} and ${stateSql(at)} = 'move'`,
      seen.values,
    )) as { from: Category; to: Category }[];
    const gained = open.reduce((sum, { from, to }) => sum + keyGain(from, to), 0);
    return { capacity, before: now, proposed, suggested: proposed + gained };
  }
}

/** By how many the key accounts change with a move. */
export const keyGain = (from: Category, to: Category): number => Number(isKey(to)) - Number(isKey(from));

const noCounts = (): RoundCounts => ({
  accounts: 0,
  ...(Object.fromEntries(roundStates.map((state) => [state, 0])) as Omit<RoundCounts, 'accounts'>),
});

async function countsBy(
  manager: EntityManager,
  context: RequestContext,
  map: string,
): Promise<Map<string, RoundCounts>> {
  const seen = withinScope(new Conditions(), context);
  const at = `$${seen.values.push(map)}`;
  const rows = (await manager.query(
    `select round_id as "roundId", ${stateSql(at)} as state, count(*)::int as accounts
     from round_account join account using (account_id) where ${seen.sql} group by 1, 2`,
    seen.values,
  )) as { roundId: string; state: (typeof roundStates)[number]; accounts: number }[];
  const counted = new Map<string, RoundCounts>();
  for (const { roundId, state, accounts } of rows) {
    const counts = counted.get(roundId) ?? noCounts();
    counted.set(roundId, { ...counts, [state]: accounts, accounts: counts.accounts + accounts });
  }
  return counted;
}

function filtered(context: RequestContext, roundId: string, filter: RoundAccountsFilter, map: string): Conditions {
  const { state, scorerId, waitingFor, from, to, q } = filter;
  const conditions = withinScope(new Conditions(), context).add((id) => `round_id = ${id}`, roundId);
  if (state) conditions.add((one, mapping) => `${stateSql(mapping!)} = ${one}`, state, map);
  if (scorerId) conditions.add((id) => `scorer_ids @> array[${id}::text]`, scorerId);
  if (waitingFor) {
    conditions.add((id) => `scorer_ids @> array[${id}::text] and not given_by @> array[${id}::text]`, waitingFor);
    conditions.add(() => 'agreed_suggested is null');
  }
  if (from) conditions.add((one) => `held = ${one}`, from);
  if (to) conditions.add((one) => `${endSql} = ${one}`, to);
  if (q) conditions.add((text) => `(account.name ilike ${text} or account.code ilike ${text})`, containing(q));
  return conditions;
}

function accountRows(
  manager: EntityManager,
  { sql, values }: Conditions,
  map: string,
  limit?: number,
): Promise<RoundAccount[]> {
  const all = [...values, map];
  const at = `$${all.length}`;
  return manager.query(
    `select account_id as id, account.code, account.name, account.spend, account.division_ids as "divisionIds",
       ${stateSql(at)} as state, held, account.category, ${suggestedSql(at)} as suggested,
       agreed_attractiveness as attractiveness, agreed_standing as standing,
       scorer_ids as "scorerIds", given_by as "givenBy", decided_to as "decidedTo", decided_by as "decidedBy",
       decision_reason as "decisionReason",
       (select moved.state from category_move moved where moved.move_id = round_account.move_id) as proposal
     from round_account join account using (account_id)
     where ${sql} order by account.name, account_id ${limit ? `limit ${limit}` : ''}`,
    all,
  ) as Promise<RoundAccount[]>;
}

/** The version that a draft became: the first that was published with these criteria; null before. */
export const versionOf = (
  draft: CriteriaContent | null,
  published: readonly { readonly version: number; readonly criteria: CriteriaContent['criteria'] }[],
): number | null => published.find(({ criteria }) => isDeepStrictEqual(criteria, draft?.criteria))?.version ?? null;
