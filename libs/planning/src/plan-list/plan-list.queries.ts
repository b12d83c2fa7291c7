import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { Conditions, keySql, PortfolioFacade, withinScope } from '@mainstay/portfolio';
import { containing, ReadStore } from '@mainstay/read-store';
import { staleBefore, today } from '../plan/today';
import { type PlanLine, type PlanOrder, type PlanPage, type PlansSummary, sortOf } from './plan-list';

/** Key accounts with their plans, and prospects for which a plan is being written already. */
@Injectable()
export class PlanListQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  async page(
    context: RequestContext,
    query: PlanPage,
  ): Promise<{ items: PlanLine[]; total: number; next: string | null }> {
    const lines = linesAt(context, await this.reviewDays(context));
    return this.readStore.read(context, async (manager) => {
      const conditions = filtered(context, query);
      const [counted] = (await manager.query(`select count(*)::int as total from ${lines} where ${conditions.sql}`, [
        ...conditions.values,
      ])) as [{ total: number }];
      const { by, kind, descending } = sortOf(query);
      if (query.cursor !== undefined) {
        const [value, id] = fromCursor(query.cursor, query.sort, kind);
        conditions.add((v, i) => `(${by}, "accountId") ${descending ? '<' : '>'} (${v}, ${i})`, value, id);
      }
      const rows = (await manager.query(
        `select ${COLUMNS}, ${by} as "sortedBy" from ${lines} where ${conditions.sql} order by ${orderOf(query)} limit ${query.limit + 1}`,
        conditions.values,
      )) as (PlanLine & { sortedBy: string | number })[];
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const next = rows.length > query.limit && last ? cursorOf(query.sort, last.sortedBy, last.accountId) : null;
      return { items: shown.map(({ sortedBy: _, ...line }) => line), total: counted.total, next };
    });
  }

  /** Every line of the list, for a download. */
  async all(context: RequestContext, query: PlanOrder): Promise<PlanLine[]> {
    const lines = linesAt(context, await this.reviewDays(context));
    const { sql, values } = filtered(context, query);
    return this.readStore.read(
      context,
      (manager) =>
        manager.query(`select ${COLUMNS} from ${lines} where ${sql} order by ${orderOf(query)}`, values) as Promise<
          PlanLine[]
        >,
    );
  }

  async summary(context: RequestContext): Promise<PlansSummary> {
    const reviewDays = await this.reviewDays(context);
    const { sql, values } = withinScope(new Conditions(), context);
    const count = (state: string) => `count(*) filter (where state = '${state}')::int as ${state}`;
    return this.readStore.read(context, async (manager) => {
      const [counts] = (await manager.query(
        `select ${count('live')}, ${count('stale')}, ${count('none')}, coalesce(sum("overdueActions"), 0)::int as "overdueActions"
         from ${linesAt(context, reviewDays)} where ${sql}`,
        values,
      )) as [Omit<PlansSummary, 'reviewDays'>];
      return { ...counts, reviewDays };
    });
  }

  private async reviewDays(context: RequestContext): Promise<number> {
    return (await this.portfolio.enterprise(context)).planReviewDays;
  }
}

const COLUMNS = `"accountId", code, name, category, "leadId", state, revision, "revisedAt", "reviewedOn", "touchedOn",
  "horizonYears", objectives, "openActions", "doneActions", "overdueActions", "forecastRevenue", "forecastMargin"`;

/** Stands for the table `account`, whose columns the conditions name. The days are ours, not the client's. */
const linesAt = (context: RequestContext, reviewDays: number) => `(
  select account.account_id as "accountId", account.code, account.name, account.category, account.lead_id as "leadId",
    account.account_id, account.lead_id, account.sponsor_id, account.division_ids, account.archived_at, plan.revision, plan.horizon_years as "horizonYears",
    to_char(plan.revised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "revisedAt",
    plan.reviewed_on::text as "reviewedOn", plan.touched_on::text as "touchedOn",
    coalesce(plan.objectives, 0) as objectives, coalesce(plan.open_actions, 0) as "openActions",
    coalesce(plan.done_actions, 0) as "doneActions", coalesce(overdue.actions, 0) as "overdueActions",
    plan.forecast_revenue as "forecastRevenue", plan.forecast_margin as "forecastMargin",
    case when plan.account_id is null then 'none'
      when plan.touched_on < date '${staleBefore(context, reviewDays)}' then 'stale' else 'live' end as state
  from account
  left join plan on plan.account_id = account.account_id
  left join (
    select account_id, count(*)::int as actions from plan_action
    where state = 'open' and due_on < date '${today(context)}' group by account_id
  ) overdue on overdue.account_id = account.account_id
  where ${keySql()}
    or (account.category = 'prospect' and plan.account_id is not null)
) account`;

function orderOf(query: PlanOrder): string {
  const { by, descending } = sortOf(query);
  const order = descending ? 'desc' : 'asc';
  return `${by} ${order}, "accountId" ${order}`;
}

function filtered(context: RequestContext, { q, state, leadId, divisionId }: PlanOrder): Conditions {
  const conditions = withinScope(new Conditions(), context);
  if (q) {
    const pattern = containing(q);
    conditions.add((text) => `(name ilike ${text} or code ilike ${text})`, pattern);
  }
  if (state) conditions.add((one) => `state = ${one}`, state);
  if (leadId) conditions.add((id) => `"leadId" = ${id}`, leadId);
  if (divisionId) conditions.add((id) => `division_ids @> array[${id}::text]`, divisionId);
  return conditions;
}
