import type { EntityManager } from 'typeorm';

/**
 * SQL: every account that went, with each account that stands for it (`into_id`), also over several merges; `way` names
 * the accounts from the nearest to that one.
 */
export const MERGED_ACCOUNTS = `(
  with recursive gone (account_id, into_id, way) as (
    select account_id, merged_into, array[merged_into] from account where merged_into is not null
    union all
    select gone.account_id, above.merged_into, gone.way || above.merged_into
    from gone join account above on above.account_id = gone.into_id where above.merged_into is not null
  )
  select account_id, into_id, way from gone)`;

/**
 * SQL: every level of the relationship that holds for an account: its own, and of accounts merged into it those of a day
 * before it, or one on the way to it, has a level of its own. One's own word comes first; the same rule as `readWith`.
 */
export const HELD_LEVELS = `(
  select account_id, level, effective_on from relationship_level
  union all
  select gone.into_id, said.level, said.effective_on
  from ${MERGED_ACCOUNTS} gone join relationship_level said on said.account_id = gone.account_id
  where not exists (
    select 1 from relationship_level own
    where own.account_id = any(gone.way) and own.effective_on <= said.effective_on))`;

export interface MergedAccount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Accounts that stand for it, the nearest first. */
  readonly way: readonly string[];
}

/** The accounts that went into this one, those that had gone into them included. */
export const mergedInto = (manager: EntityManager, accountId: string): Promise<MergedAccount[]> =>
  manager.query(
    `select account.account_id as id, code, name, way from ${MERGED_ACCOUNTS} gone join account using (account_id)
     where into_id = $1 order by name, account.account_id`,
    [accountId],
  );
