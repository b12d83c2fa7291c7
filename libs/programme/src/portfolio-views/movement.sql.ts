import type { Category, Conditions } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { Moved } from './movement';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * By business date, as the decisions stand: the category on the day before the first day, and on the last. An account
 * counts from the day it was registered, or its first decision takes effect.
 */
export function movedByEffect(manager: EntityManager, conditions: Conditions, { from, to }: Days): Promise<Moved[]> {
  // Of each account by itself, in its own row: joining the moves of all accounts twice takes seconds for ten thousand.
  const on = (until: string) => `(select made.category
    from jsonb_to_recordset(decisions) as made (decision int, category text, "effectiveOn" date)
    where made."effectiveOn" ${until} order by made."effectiveOn" desc, made.decision desc limit 1)`;
  return manager.query(
    `select "accountId", code, name, spend, coalesce(before, 'prospect') as "from", coalesce(after, 'prospect') as "to"
     from (
       select account.account_id as "accountId", account.code, account.name, account.spend, account.registered_at,
         ${on(`< date '${from}'`)} as before, ${on(`<= date '${to}'`)} as after
       from account where ${conditions.sql}
     ) as standing
     where after is not null or registered_at < date '${to}' + interval '1 day'`,
    conditions.values,
  );
}

/** The category of every account at the moment that is read. */
export async function categoriesNow(manager: EntityManager): Promise<ReadonlyMap<string, Category>> {
  const rows: { id: string; category: Category }[] = await manager.query(
    'select account_id as id, category from account',
  );
  return new Map(rows.map(({ id, category }) => [id, category]));
}

/** What of an account a movement tells, of the accounts of the conditions. */
export function factsOf(manager: EntityManager, conditions: Conditions): Promise<Omit<Moved, 'from' | 'to'>[]> {
  return manager.query(
    `select account_id as "accountId", code, name, spend from account where ${conditions.sql}`,
    conditions.values,
  );
}
