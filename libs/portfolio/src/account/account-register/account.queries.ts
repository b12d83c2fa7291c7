import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { containing, ReadStore } from '@mainstay/read-store';
import type { Category, suggestedCategories } from '../category';
import { Conditions, tradingWith, withinReach, withinScope } from '../../scope';
import { type AccountFilter, type AccountPage, sortOf } from './account-list';
import { type RelatedAccount, relatedTo } from './related-accounts';
import type { KeptScoring } from './account-register.tables';

export interface AccountLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly formerNames: string[];
  readonly industry: string;
  readonly countries: string[];
  readonly divisionIds: string[];
  readonly leadId: string | null;
  readonly sponsorId: string | null;
  readonly spend: number;
  readonly parentId: string | null;
  readonly sites: string[];
  readonly crmId: string | null;
  readonly duns: string | null;
  readonly vat: string | null;
  readonly potential: number | null;
  readonly growth: number | null;
  readonly archivedAt: string | null;
  readonly category: Category;
  readonly categoryEffectiveOn: string | null;
  /** A decision made ahead: where the account goes next, and when. */
  readonly comingCategory: Category | null;
  readonly comingOn: string | null;
  readonly attractiveness: number | null;
  readonly standing: number | null;
  readonly suggested: (typeof suggestedCategories)[number] | null;
}
export interface AccountRecord extends AccountLine {
  readonly version: number;
  readonly scoring: KeptScoring | null;
  readonly registeredAt: string;
  readonly archivedBy: string | null;
  readonly archivedBecause: string | null;
  /** The account that stands for this customer since they were merged. */
  readonly mergedInto: AccountName | null;
  readonly mergeState: 'merging' | 'merged' | 'unmerging' | null;
  /** Accounts that were merged into this one. */
  readonly absorbed: AccountName[];
  readonly related: RelatedAccount[];
}
interface AccountName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
export type ExportedAccount = AccountLine & { readonly divisionCodes: string[]; readonly parentCode: string | null };

const LINE = `account_id as id, code, name, former_names as "formerNames", industry, countries, division_ids as "divisionIds", lead_id as "leadId",
  sponsor_id as "sponsorId", spend, parent_id as "parentId", sites, crm_id as "crmId", duns, vat, potential, growth,
  to_char(archived_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "archivedAt", category, category_effective_on::text as "categoryEffectiveOn", coming_category as "comingCategory",
  coming_on::text as "comingOn", attractiveness, standing,
  suggested`;

const NAME = `json_build_object('id', other.account_id, 'code', other.code, 'name', other.name)`;

/** Raw rows throughout: thousands of accounts become JSON without becoming objects of a class first. */
@Injectable()
export class AccountQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** One page, how many there are in all, and the cursor of the next page. */
  page(
    context: RequestContext,
    query: AccountPage,
  ): Promise<{ items: AccountLine[]; total: number; next: string | null }> {
    return this.readStore.read(context, async (manager) => {
      const conditions = filtered(context, query);
      const all = conditions.sql;
      const { by, number, descending } = sortOf(query);
      if (query.cursor !== undefined) {
        const [value, id] = fromCursor(query.cursor, query.sort, number ? 'number' : 'string');
        conditions.add((v, i) => `(${by}, account_id) ${descending ? '<' : '>'} (${v}, ${i})`, value, id);
      }
      const order = descending ? 'desc' : 'asc';
      // One statement for the page and its total: every further one would cost a way to the database and back.
      const rows = (await manager.query(
        `select counted.total, page.* from (select count(*)::int as total from account where ${all}) as counted
         left join (select ${LINE}, ${by} as "sortedBy" from account where ${conditions.sql}
           order by ${by} ${order}, account_id ${order} limit ${query.limit + 1}) as page on true
         order by "sortedBy" ${order}, id ${order}`,
        conditions.values,
      )) as (AccountLine & { sortedBy?: string | number; total?: number })[];
      const total = rows[0]!.total!;
      const found = rows.filter(({ id }) => id !== null);
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const next = found.length > query.limit && last ? cursorOf(query.sort, last.sortedBy!, last.id) : null;
      for (const item of items) {
        delete item.sortedBy;
        delete item.total;
      }
      return { items, total, next };
    });
  }

  /** Every account of the list, for a download. */
  all(context: RequestContext, filter: AccountFilter & Pick<AccountPage, 'sort'>): Promise<ExportedAccount[]> {
    return this.readStore.read(context, (manager) => {
      const conditions = filtered(context, filter);
      const { by, descending } = sortOf(filter);
      const order = descending ? 'desc' : 'asc';
      return manager.query(
        `select ${LINE}, array(select d.code from division d where d.division_id = any (division_ids) order by 1) as "divisionCodes",
           (select parent.code from account parent where parent.account_id = account.parent_id) as "parentCode"
         from account where ${conditions.sql} order by ${by} ${order}, account_id ${order}`,
        conditions.values,
      ) as Promise<ExportedAccount[]>;
    });
  }

  one(context: RequestContext, accountId: string): Promise<AccountRecord | undefined> {
    return this.readStore.read(context, async (manager) => {
      const conditions = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const [row] = (await manager.query(
        `select ${LINE}, version, scoring, registered_at as "registeredAt", archived_by as "archivedBy",
           archived_because as "archivedBecause", merge_state as "mergeState",
           (select ${NAME} from account other where other.account_id = account.merged_into) as "mergedInto",
           (select coalesce(json_agg(${NAME} order by other.name), '[]') from account other
            where other.merged_into = account.account_id) as absorbed
         from account where ${conditions.sql}`,
        conditions.values,
      )) as (Omit<AccountRecord, 'registeredAt' | 'related'> & { registeredAt: Date })[];
      if (!row) return undefined;
      const related = await relatedTo(manager, context, row);
      return { ...row, registeredAt: row.registeredAt.toISOString(), related };
    });
  }
}

export function filtered(context: RequestContext, filter: AccountFilter): Conditions {
  const { q, category, divisionId, leadId, country, archived } = filter;
  const conditions = (archived ? withinReach : withinScope)(new Conditions(), context);
  if (archived === 'only') conditions.add(() => 'archived_at is not null');
  if (q) {
    const pattern = containing(q);
    const identifier = q.replace(/[\s.-]/g, '').toUpperCase();
    conditions.add(
      (text, exact, crmId) =>
        `(name ilike ${text} or code ilike ${text} or array_to_string(former_names, chr(10)) ilike ${text}
          or account_id in (select other.merged_into from account other where other.merged_into is not null
            and (other.name ilike ${text} or other.code ilike ${text})) or duns = ${exact} or vat = ${exact} or lower(crm_id) = lower(${crmId}))`,
      pattern,
      identifier,
      q,
    );
  }
  if (category?.length) conditions.add((some) => `category = any (${some})`, category);
  tradingWith(conditions, divisionId);
  if (leadId) conditions.add((id) => `lead_id = ${id}`, leadId);
  if (country?.length) conditions.add((some) => `countries && ${some}`, country);
  return conditions;
}
