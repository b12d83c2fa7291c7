/**
 * Every change of category as it stands after corrections, as a subselect: account_id, effective_on, from_category,
 * to_category, first. The same as `timelineOf` gives for one account, for all accounts in the database; decisions made
 * ahead are among them.
 */
export const CATEGORY_MOVES = `(
  select account_id, effective_on, coalesce(lag(to_category) over in_order, 'prospect') as from_category, to_category,
    lag(to_category) over in_order is null as first
  from (
    select distinct on (account_id, effective_on) account_id, effective_on, made.category as to_category
    from account, jsonb_to_recordset(decisions) as made (decision int, category text, "effectiveOn" date),
      lateral (select made."effectiveOn" as effective_on) as dated
    order by account_id, effective_on, decision desc
  ) as holding
  window in_order as (partition by account_id order by effective_on)
)`;
