/** By account: what came to it and what left it, of the money that was found to have moved. */
export const MONEY_MOVED = `select place as account_id, sum(coming) as investment from (
    select to_place as place, moved as coming from resource_promise where kind = 'money' and moved is not null
    union all select from_place, -moved from resource_promise where kind = 'money' and moved is not null
  ) moves group by place`;
