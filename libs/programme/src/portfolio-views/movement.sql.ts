import { type Category, CATEGORY_MOVES, type Conditions } from '@mainstay/portfolio';
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
  const at = (until: string) => `select distinct on (account_id) account_id, to_category as category
    from ${CATEGORY_MOVES} moves where effective_on ${until} order by account_id, effective_on desc`;
  return manager.query(
    `select account.account_id as "accountId", account.code, account.name, account.spend,
       coalesce(before.category, 'prospect') as "from", coalesce(after.category, 'prospect') as "to"
     from account
     left join (${at(`< date '${from}'`)}) before on before.account_id = account.account_id
     left join (${at(`<= date '${to}'`)}) after on after.account_id = account.account_id
     where ${conditions.sql}
       and (after.category is not null or account.registered_at < date '${to}' + interval '1 day')`,
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
