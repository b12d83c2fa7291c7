import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { containing, ReadStore } from '@mainstay/read-store';
import type { Category } from '../account/category';
import { Conditions, withinScope } from '../scope';
import type { DuplicateFilter, SuspectedPair } from './duplicate.views';
import { judge, LIKE, type Pair } from './judgement';

/** Groups of letters that so many names share say nothing of any of them. */
const COMMON = 400;
/** Of each name the rarest groups are looked up: a like name has one of them. */
const RAREST = 7;
/** Pairs beyond these have nothing of a duplicate any more. */
const MOST = 2_000;

interface PairRow extends Pair {
  readonly one: SuspectedPair['one'] & { category: Category };
  readonly other: SuspectedPair['other'] & { category: Category };
  readonly ruling: SuspectedPair['ruling'];
}

@Injectable()
export class DuplicateQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** The likeliest first. */
  async page(
    context: RequestContext,
    { cursor, limit, ...filter }: DuplicateFilter & { readonly cursor?: string; readonly limit: number },
  ): Promise<{ items: SuspectedPair[]; total: number; next: string | null }> {
    const all = await this.all(context, filter);
    const from = cursor === undefined ? 0 : placeAfter(all, fromCursor(cursor, 'score', 'string'));
    const items = all.slice(from, from + limit);
    const last = items.at(-1);
    const next =
      last && from + limit < all.length ? cursorOf('score', sortKey(last), last.one.id + last.other.id) : null;
    return { items, total: all.length, next };
  }

  async all(context: RequestContext, filter: DuplicateFilter): Promise<SuspectedPair[]> {
    const rows = await this.readStore.read(context, (manager) => {
      const { sql, values } = candidates(context, filter);
      return manager.query(sql, values) as Promise<PairRow[]>;
    });
    return rows
      .map(({ one, other, ruling, ...pair }) => {
        return { one, other, ...judge(pair), likeness: Math.round(100 * pair.likeness) / 100, ruling };
      })
      .filter(({ signs }) => signs.length > 0 && (!filter.sign || signs.includes(filter.sign)))
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }
}

/** Orders as text: the highest score first, then by name. */
const sortKey = ({ score, one, other }: Pick<SuspectedPair, 'score' | 'one' | 'other'>) =>
  `${String(100 - score).padStart(3, '0')} ${one.name} ${one.id} ${other.id}`;

function placeAfter(all: readonly SuspectedPair[], [key]: readonly [string | number, string]): number {
  const at = all.findIndex((pair) => sortKey(pair) > String(key));
  return at < 0 ? all.length : at;
}

const SIDE = (of: string) =>
  `json_build_object('id', ${of}.account_id, 'code', ${of}.code, 'name', ${of}.name, 'category', ${of}.category,
    'countries', ${of}.countries, 'leadId', ${of}.lead_id, 'spend', ${of}.spend)`;

/**
 * Pairs with the same identifier or name, or with a rare group of letters in common. Likeness is counted only for those:
 * comparing every name with every other would take minutes for ten thousand accounts.
 */
function candidates(context: RequestContext, filter: DuplicateFilter): { sql: string; values: unknown[] } {
  const conditions = withinScope(new Conditions(), context);
  const { divisionId, q, ruledOut } = filter;
  if (divisionId) conditions.add((id) => `division_ids @> array[${id}::text]`, divisionId);
  const scope = conditions.sql;
  const pairs = new Conditions();
  pairs.values.push(...conditions.values);
  if (q) {
    pairs.add(
      (text) =>
        `(one.name ilike ${text} or other.name ilike ${text} or one.code ilike ${text} or other.code ilike ${text})`,
      containing(q),
    );
  }
  pairs.add(() => (ruledOut === 'only' ? 'ruling.ruled_out' : 'ruling.ruled_out is not true'));
  const sql = `with
    seen as materialized (select account.*, name_key, grams from account join account_name using (account_id) where ${scope}),
    gram as materialized (select account_id, unnest(grams) as gram from seen),
    rarity as (select gram, count(*) as names from gram group by gram having count(*) between 2 and ${COMMON}),
    rare as materialized (select account_id, gram from (
      select account_id, gram, row_number() over (partition by account_id order by names, gram) as place
      from gram join rarity using (gram)) ranked where place <= ${RAREST}),
    candidate as (
      select a.account_id as one_id, b.account_id as other_id from rare a join rare b using (gram) where a.account_id < b.account_id
      union select a.account_id, b.account_id from seen a join seen b using (name_key) where a.account_id < b.account_id
      union select a.account_id, b.account_id from seen a join seen b using (duns) where a.account_id < b.account_id
      union select a.account_id, b.account_id from seen a join seen b using (vat) where a.account_id < b.account_id
      union select a.account_id, b.account_id from seen a join seen b on lower(a.crm_id) = lower(b.crm_id)
        where a.account_id < b.account_id),
    pair as (
      select one_id, other_id, case when one.name_key = other.name_key then 1 else likeness end as likeness,
        one.name_key = other.name_key as same_name
      from candidate join account_name one on one.account_id = one_id join account_name other on other.account_id = other_id
      cross join lateral (select common::float8 / nullif(cardinality(one.grams) + cardinality(other.grams) - common, 0) as likeness
        from (select count(*) as common from unnest(one.grams) as mine where mine = any (other.grams)) as shared) as likely)
    select ${SIDE('one')} as one, ${SIDE('other')} as other, coalesce(likeness, 0) as likeness, same_name as "sameName",
      coalesce(one.duns = other.duns, false) as "sameDuns", coalesce(one.duns <> other.duns, false) as "otherDuns",
      coalesce(one.vat = other.vat, false) as "sameVat", coalesce(one.vat <> other.vat, false) as "otherVat",
      coalesce(lower(one.crm_id) = lower(other.crm_id), false) as "sameCrmId",
      one.countries && other.countries as "sharesCountry",
      one.countries <> '{}' and other.countries <> '{}' and not one.countries && other.countries as "otherCountries",
      case when ruling.one_id is not null then json_build_object('reason', ruling.reason, 'ruledBy', ruling.ruled_by,
        'ruledAt', to_char(ruling.ruled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as ruling
    from pair join account one on one.account_id = pair.one_id join account other on other.account_id = pair.other_id
    left join duplicate_ruling ruling on ruling.one_id = pair.one_id and ruling.other_id = pair.other_id
    where (likeness >= ${LIKE} or one.duns = other.duns or one.vat = other.vat or lower(one.crm_id) = lower(other.crm_id))
      and ${pairs.sql}
    order by likeness desc limit ${MOST}`;
  return { sql, values: pairs.values };
}
