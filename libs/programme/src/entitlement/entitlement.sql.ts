import { type Category, type Conditions, keySql, MONEY_MOVED } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { Received } from './entitlement';

export interface ReceivedRow extends Omit<Received, 'managerLoad'> {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly leadId: string | null;
}

/** What the accounts receive: those that are key, and those outside that receive something all the same. */
export function receivedBy(
  manager: EntityManager,
  conditions: Conditions,
  { today, yearAgo }: { readonly today: string; readonly yearAgo: string },
): Promise<ReceivedRow[]> {
  return manager.query(
    `select account.account_id as "accountId", account.code, account.name, account.category, account.lead_id as "leadId",
       account.sponsor_id as "sponsorId", account.spend, account.attractiveness, account.standing,
       cardinality(account.division_ids) as divisions, coalesce(review.reviews, 0) as reviews,
       plan.touched_on::text as "planTouchedOn", team.time as "teamTime", coalesce(team.members, 0) as team,
       coalesce(known.people, 0) as contacts, money.investment
     from account
     left join plan using (account_id)
     left join (
       select account_id, count(*)::int as reviews from plan_review
       where reviewed_on > date '${yearAgo}' and reviewed_on <= date '${today}' group by account_id
     ) review using (account_id)
     left join (
       select account_id, count(*)::int as members, sum(share)::int as time from team_member
       where joined_on <= date '${today}' and (left_on is null or left_on > date '${today}') group by account_id
     ) team using (account_id)
     left join (
       select account_id, count(*)::int as people from contact
       where not erased and (left_on is null or left_on > date '${today}') group by account_id
     ) known using (account_id)
     left join (${MONEY_MOVED}) money using (account_id)
     where ${conditions.sql} and (${keySql()} or (account.category = 'not-key'
       and (coalesce(review.reviews, 0) > 0 or coalesce(team.members, 0) > 0 or account.sponsor_id is not null)))`,
    conditions.values,
  );
}

/** The categories of all accounts that each manager leads, whoever asks: the load is the manager's, not the reader's. */
export async function ledBy(manager: EntityManager): Promise<ReadonlyMap<string, Category[]>> {
  const rows: { leadId: string; categories: Category[] }[] = await manager.query(
    `select lead_id as "leadId", array_agg(category) as categories from account
     where archived_at is null and lead_id is not null and ${keySql()} group by lead_id`,
  );
  return new Map(rows.map(({ leadId, categories }) => [leadId, categories]));
}
