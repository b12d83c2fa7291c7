import { type Category, type Conditions, HELD_LEVELS, keySql } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { HealthFacts } from './health';

export interface HealthRow extends HealthFacts {
  readonly accountId: string;
  readonly spend: number;
}

/** How an account presents itself in a line. */
export interface Presented {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly leadId: string | null;
  readonly divisionIds: string[];
  readonly countries: string[];
}

/** Of these accounts, by id. */
export async function presented(
  manager: EntityManager,
  accountIds: readonly string[],
): Promise<Map<string, Presented>> {
  const rows: Presented[] = await manager.query(
    `select account_id as "accountId", code, name, category, lead_id as "leadId", division_ids as "divisionIds", countries
     from account where account_id = any($1)`,
    [accountIds],
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}

/**
 * What the contexts record about the accounts of the conditions, on a day, in the order of their names. What is known of each
 * is summed for all and joined once; asked account by account, ten thousand accounts take five times as long.
 */
export function healthFacts(
  manager: EntityManager,
  conditions: Conditions,
  { today, yearAgo }: { readonly today: string; readonly yearAgo: string },
): Promise<HealthRow[]> {
  return manager.query(
    `select account.account_id as "accountId", ${keySql()} as key, account.spend, account.growth,
       plan.touched_on::text as "planTouchedOn", coalesce(known.people, 0) as contacts,
       coalesce(known.seniors, 0) as seniors, known.last_on::text as "lastContactOn", at.level,
       at.effective_on::text as "levelOn", agreed.mean as aligned, agreed.held_on::text as "alignedOn",
       litmus.yes as ready, litmus.questions as "readyOf", litmus.taken_on::text as "readyOn"
     from account
     left join plan using (account_id)
     left join (
       select account_id, count(*)::int as people, max(last_contact_on) as last_on,
         (count(*) filter (where contact.level in ('board', 'senior') and cardinality(known_by) > 0))::int as seniors
       from contact
       where not erased and (left_on is null or left_on > date '${today}')
       group by account_id
     ) known using (account_id)
     left join (
       select distinct on (account_id) account_id, held.level, effective_on
       from ${HELD_LEVELS} held
       where effective_on <= date '${today}'
       order by account_id, effective_on desc
     ) at using (account_id)
     left join (
       select distinct on (account_id) account_id, held_on,
         (select avg((said.value ->> 'theirs')::numeric)::float from jsonb_each(scores) said) as mean
       from alignment_review
       where held_on > date '${yearAgo}' and held_on <= date '${today}'
       order by account_id, held_on desc, review_id
     ) agreed using (account_id)
     left join litmus_test litmus on litmus.account_id = account.account_id and litmus.test = 'customer'
     where ${conditions.sql}
     order by lower(account.name) collate "C", account.account_id collate "C"`,
    conditions.values,
  );
}
