/**
 * SQL: place of an account's category among those of the enterprise, read once for a whole list. The shipped order where
 * it has set none, and for a category that it retired.
 */
export const CATEGORY_RANK = `coalesce(array_position((
  select array(select one->>'id' from jsonb_array_elements(categories) as one)
  from category_set where effective_on <= current_date order by set_version desc limit 1
), account.category), category_rank + 1)`;
