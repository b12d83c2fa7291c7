import { type Category, type Conditions, keySql } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { HealthFacts } from './health';

export interface HealthRow extends HealthFacts {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly leadId: string | null;
  readonly divisionIds: string[];
  readonly countries: string[];
  readonly spend: number;
}

/** What the contexts record about the accounts of the conditions, on a day: by index, account by account, whatever is known of sizes. */
export function healthFacts(
  manager: EntityManager,
  conditions: Conditions,
  { today, yearAgo }: { readonly today: string; readonly yearAgo: string },
): Promise<HealthRow[]> {
  return manager.query(
    `select account.account_id as "accountId", account.code, account.name, account.category, ${keySql()} as key,
       account.lead_id as "leadId", account.division_ids as "divisionIds", account.countries, account.spend,
       account.growth, plan.touched_on::text as "planTouchedOn", coalesce(known.people, 0) as contacts,
       coalesce(known.seniors, 0) as seniors, known.last_on::text as "lastContactOn", at.level,
       at.effective_on::text as "levelOn", agreed.mean as aligned, agreed.held_on::text as "alignedOn",
       litmus.yes as ready, litmus.questions as "readyOf", litmus.taken_on::text as "readyOn"
     from account
     left join plan using (account_id)
     left join lateral (
       select count(*)::int as people, max(last_contact_on) as last_on,
         (count(*) filter (where contact.level in ('board', 'senior') and cardinality(known_by) > 0))::int as seniors
       from contact
       where contact.account_id = account.account_id and not erased and (left_on is null or left_on > date '${today}')
     ) known on true
     left join lateral (
       select relationship_level.level, relationship_level.effective_on from relationship_level
       where relationship_level.account_id = account.account_id and effective_on <= date '${today}'
       order by effective_on desc limit 1
     ) at on true
     left join lateral (
       select held_on, (select avg((said.value ->> 'theirs')::numeric)::float from jsonb_each(scores) said) as mean
       from alignment_review
       where alignment_review.account_id = account.account_id
         and held_on > date '${yearAgo}' and held_on <= date '${today}'
       order by held_on desc, review_id limit 1
     ) agreed on true
     left join litmus_test litmus on litmus.account_id = account.account_id and litmus.test = 'customer'
     where ${conditions.sql}`,
    conditions.values,
  );
}
