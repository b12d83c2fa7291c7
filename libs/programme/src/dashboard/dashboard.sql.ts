import type { RequestContext } from '@mainstay/event-sourcing';
import { CATEGORY_MOVES, Conditions, withinScope } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { Decision, OverdueActions } from './facts';
import type { Point } from './tile';

/** Each reads one thing that the trends need, limited to the accounts that the person may see. */

/** What took effect from one day to another, both included; decisions made ahead are not among them. */
export function decisionsBetween(
  manager: EntityManager,
  context: RequestContext,
  from: string,
  to: string,
): Promise<Decision[]> {
  const seen = withinScope(
    new Conditions().add((first, last) => `effective_on between ${first} and ${last}`, from, to),
    context,
  );
  return manager.query(
    `select effective_on::text as "effectiveOn", from_category as "from", to_category as "to", first, count(*)::int as count
     from ${CATEGORY_MOVES} as moved join account using (account_id) where ${seen.sql} group by 1, 2, 3, 4`,
    seen.values,
  );
}

/** On how many of the accounts that count today the plan was live at each of the days. */
export function livePlansOn(
  manager: EntityManager,
  context: RequestContext,
  days: readonly string[],
  reviewDays: number,
): Promise<Point[]> {
  const { sql, values } = planned(context, days, reviewDays);
  return manager.query(
    `select day::text as "on", count(distinct account_id)::int as value
     from unnest($1::date[]) as day left join (
       select account_id, touched_on from (
         select account_id, (revised_at at time zone 'UTC')::date as touched_on from plan_revision
         union all select account_id, reviewed_on from plan_review
       ) as touched join account using (account_id) where ${sql}
     ) as touched on touched_on between day - $2::int and day
     group by day order by day`,
    values,
  );
}

/** How many actions of the plans, as they read at the end of each day, were open and past their due day. */
export function overdueActionsOn(
  manager: EntityManager,
  context: RequestContext,
  days: readonly string[],
): Promise<Point[]> {
  const { sql, values } = planned(context, days);
  return manager.query(
    `with held as (
       select distinct on (day, account_id) day, content -> 'actions' as actions
       from unnest($1::date[]) as day
       join plan_revision on (revised_at at time zone 'UTC')::date <= day
       join account using (account_id) where ${sql}
       order by day, account_id, plan_revision.revision desc)
     select day::text as "on", count(action)::int as value
     from unnest($1::date[]) as day left join (
       select day, action from held, jsonb_array_elements(actions) as action
       where action ->> 'state' = 'open' and (action ->> 'dueOn')::date < day
     ) as overdue using (day)
     group by day order by day`,
    values,
  );
}

export async function openActions(
  manager: EntityManager,
  context: RequestContext,
  today: string,
): Promise<OverdueActions> {
  const conditions = new Conditions().add((day) => `${day}::date is not null`, today);
  const { sql, values } = withinScope(
    conditions.add(() => COUNTS),
    context,
  );
  const [found]: OverdueActions[] = await manager.query(
    `select count(*)::int as open, count(distinct owner_id) filter (where due_on < $1)::int as owners,
       (min(due_on) filter (where due_on < $1))::text as "oldestDueOn"
     from plan_action join account using (account_id) where state = 'open' and ${sql}`,
    values,
  );
  return found!;
}

/** Plans are kept for key accounts, and begun for prospects; those of accounts that were left are history. */
const COUNTS = `category <> 'not-key'`;

function planned(context: RequestContext, days: readonly string[], ...more: number[]): Conditions {
  const conditions = new Conditions();
  conditions.values.push(days, ...more);
  return withinScope(
    conditions.add(() => COUNTS),
    context,
  );
}
