import { type Conditions, HELD_LEVELS, keySql, type LineOrder, type Lines } from '@mainstay/portfolio';

/**
 * Key accounts whose relationship stays at commodity, for twelve months or because it was never raised, while what we
 * invest in them grows (customer selection, on relationships that do not repay investment). The investment is what came to
 * the account less what left it, in the twelve months up to the day: as checked, before that as named.
 */
export function candidatesFor(
  conditions: Conditions,
  { today, yearAgo }: { readonly today: string; readonly yearAgo: string },
): Lines {
  const net = (kind: string) => `coalesce(sum(coming) filter (where kind = '${kind}'), 0)::float as ${kind}`;
  const sql = `select account.account_id as "accountId", account.code, account.name, account.category, account.lead_id as "leadId",
       account.spend, stays.since::text as "commoditySince", stays.raised as "everRaised",
       invested.money, invested.hours, invested.people, invested.last_on::text as "lastInvestedOn",
       concat_ws(' ', account.name, account.account_id) as key
     from account
     join (
       select account_id, bool_or(level <> 'commodity') as raised,
         min(effective_on) filter (where effective_on > coalesce(last_raised, date '0001-01-01')) as since
       from (
         select account_id, level, effective_on,
           max(effective_on) filter (where level <> 'commodity') over (partition by account_id) as last_raised
         from ${HELD_LEVELS} held where effective_on <= date '${today}'
       ) levels group by account_id
     ) stays on stays.account_id = account.account_id and stays.since is not null
       and (not stays.raised or stays.since <= date '${yearAgo}')
     join (
       select place, ${net('money')}, ${net('hours')}, ${net('people')}, max(resource_promise.effective_on) filter (where coming > 0) as last_on
       from resource_promise
       join category_decision on category_decision.account_id = resource_promise.account_id
         and category_decision.version = resource_promise.decision and category_decision.stands,
       lateral (values (to_place, coalesce(moved, amount)), (from_place, -coalesce(moved, amount))) as side (place, coming)
       where resource_promise.effective_on > date '${yearAgo}' and resource_promise.effective_on <= date '${today}'
       group by place
     ) invested on invested.place = account.account_id
       and (invested.money > 0 or invested.hours > 0 or invested.people > 0)
     where ${conditions.sql} and ${keySql()}`;
  return { sql, values: conditions.values };
}

export const candidateOrders = {
  name: { by: 'name' },
  category: { by: 'category' },
  since: { by: '"commoditySince"' },
  raised: { by: '"everRaised"::int', number: true },
  money: { by: 'money', number: true },
  hours: { by: 'hours', number: true },
  people: { by: 'people', number: true },
  lastOn: { by: '"lastInvestedOn"' },
} as const satisfies Record<string, LineOrder>;
