import type { Category, Quadrant } from '../account/category';
import { suggestedCategories } from '../account/category';
import { type KnownCategories } from '../category/categories.queries';
import { suggestedIn } from '../category/categories';

/** Where an account stands in a round, in the order of its way through it. */
export const roundStates = ['unassigned', 'scoring', 'to-settle', 'move', 'stays', 'accepted', 'refused'] as const;
export type RoundState = (typeof roundStates)[number];

/** By quadrant: the category of the enterprise that its accounts are suggested for. */
export const suggestions = (known: Pick<KnownCategories, 'categories'>): Record<Quadrant, Category> =>
  Object.fromEntries(suggestedCategories.map((one) => [one, suggestedIn(known, one)])) as Record<Quadrant, Category>;

/** @param map placeholder of `suggestions` as JSON */
export const suggestedSql = (map: string) => `(${map}::jsonb ->> agreed_suggested)`;

/** The state of a row of `round_account` joined with `account`. */
export const stateSql = (map: string) => `case
  when decision is not null then decision
  when agreed_suggested is null then
    case when cardinality(scorer_ids) = 0 and cardinality(given_by) = 0 then 'unassigned'
      when scorer_ids <@ given_by then 'to-settle' else 'scoring' end
  when ${suggestedSql(map)} <> account.category then 'move' else 'stays' end`;

/** Where an account ends by what was decided in the round: where it was, unless a move was accepted. */
export const endSql = `case when decision = 'accepted' then decided_to else held end`;
