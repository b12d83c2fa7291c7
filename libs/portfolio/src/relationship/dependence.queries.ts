import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { PersonalDataVault, type Sealed } from '@mainstay/personal-data';
import { containing, ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { Category } from '../account/category';
import type { ContactLevel } from '../contact/contact.events';
import { vaultSubject } from '../contact/contact.queries';
import { Conditions, tradingWith, withinScope } from '../scope';
import { dayOfPage } from './day-of-page';
import type { DependenceFilter, DependenceKind, DependencePage } from './dependence';

export interface Dependence {
  readonly kind: DependenceKind;
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly leadId: string | null;
  /** Of ours: on whom all hangs. */
  readonly personId: string | null;
  /** At the customer: on whom all hangs, whom nobody knows, whose data is due; null where it is several. */
  readonly contactId: string | null;
  /** Null also once the person was erased. */
  readonly contactName: string | null;
  readonly level: ContactLevel | null;
  /** Contacts that hang on it. */
  readonly contacts: number;
  readonly keepUntil: string | null;
}

type Row = Omit<Dependence, 'contactName'> & { readonly sealedName: Sealed | null; readonly key: string };

/** Where relationships hang on one person, miss somebody with a say, or hold data for too long: over all accounts. */
@Injectable()
export class DependenceQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly vault: PersonalDataVault,
  ) {}

  async page(
    context: RequestContext,
    query: DependencePage,
  ): Promise<{ items: Dependence[]; counts: Record<DependenceKind, number>; next: string | null }> {
    const { rows, counted } = await this.readStore.read(context, async (manager) => ({
      rows: await found(manager, context, query, query),
      counted: await counts(manager, context, query),
    }));
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.named(context, shown),
      counts: counted,
      next: rows.length > query.limit && last ? cursorOf('name', last.name, last.key) : null,
    };
  }

  /** Every line of the list, for a download. */
  async all(context: RequestContext, filter: DependenceFilter): Promise<Dependence[]> {
    return this.named(context, await this.readStore.read(context, (manager) => found(manager, context, filter)));
  }

  private async named(context: RequestContext, rows: readonly Row[]): Promise<Dependence[]> {
    const texts = rows.flatMap(({ contactId, sealedName }) =>
      contactId && sealedName ? [{ subject: vaultSubject(contactId), name: sealedName }] : [],
    );
    const opened = await this.vault.open(context.tenant, texts, ['name']);
    const names = new Map(texts.map(({ subject }, index) => [subject, opened[index]!.name]));
    return rows.map(({ sealedName: _, key: _key, ...row }) => {
      return { ...row, contactName: row.contactId && (names.get(vaultSubject(row.contactId)) ?? null) };
    });
  }
}

async function found(
  manager: EntityManager,
  context: RequestContext,
  filter: DependenceFilter,
  paged?: { readonly cursor?: string; readonly limit: number },
): Promise<Row[]> {
  const conditions = filtered(context, filter);
  if (filter.kind) conditions.add((kind) => `kind = ${kind}`, filter.kind);
  if (paged?.cursor !== undefined) {
    const [name, key] = fromCursor(paged.cursor, 'name', 'string');
    conditions.add((value, id) => `(name, key) > (${value}, ${id})`, name, key);
  }
  const limit = paged ? `limit ${paged.limit + 1}` : '';
  return manager.query(
    `select kind, account_id as "accountId", code, name, category, lead_id as "leadId", person_id as "personId",
       contact_id as "contactId", sealed_name as "sealedName", level, contacts, keep_until::text as "keepUntil", key
     from ${dependences(context)} where ${conditions.sql} order by name, key ${limit}`,
    conditions.values,
  ) as Promise<Row[]>;
}

async function counts(manager: EntityManager, context: RequestContext, filter: DependenceFilter) {
  const { sql, values } = filtered(context, filter);
  const count = (kind: DependenceKind) => `count(*) filter (where kind = '${kind}')::int as "${kind}"`;
  const [counted] = (await manager.query(
    `select ${count('single-ours')}, ${count('single-theirs')}, ${count('gap')}, ${count('keep-until')}
     from ${dependences(context)} where ${sql}`,
    values,
  )) as [Record<DependenceKind, number>];
  return counted;
}

function filtered(context: RequestContext, { leadId, divisionId, q }: DependenceFilter): Conditions {
  const conditions = withinScope(new Conditions(), context);
  if (q) {
    const pattern = containing(q);
    conditions.add((text) => `(name ilike ${text} or code ilike ${text})`, pattern);
  }
  if (leadId) conditions.add((id) => `lead_id = ${id}`, leadId);
  tradingWith(conditions, divisionId);
  return conditions;
}

/** Stands for the table `account`, whose columns the conditions name. Rules as in `relationshipFindings`. */
const dependences = (context: RequestContext) => `(
  with there as (
    select contact_id, account_id, name, level, influence from contact where left_on is null and not erased
  ), pair as (
    select there.account_id, there.contact_id, person_id from there
    join contact_relationship using (contact_id) where known
  ), single as (
    select account_id, count(distinct person_id) as ours, count(distinct contact_id)::int as theirs,
      min(person_id) as person_id, min(contact_id) as contact_id
    from pair group by account_id
  ), finding as (
    select 'single-ours' as kind, account_id, person_id, null as contact_id, theirs as contacts, null::date as keep_until
    from single where ours = 1
    union all
    select 'single-theirs', account_id, null, contact_id, 1, null from single where theirs = 1
    union all
    select 'gap', account_id, null, contact_id, 1, null from there
    where coalesce(influence <> 'uses', level = 'board') and not exists (select 1 from pair where pair.contact_id = there.contact_id)
    union all
    select 'keep-until', account_id, null, contact_id, 1, keep_until from contact
    where not erased and keep_until < date '${dayOfPage(context)}'
  )
  select kind, account.account_id, code, account.name, category, lead_id, sponsor_id, division_ids, archived_at, person_id, finding.contact_id,
    contact.name as sealed_name, contact.level, contacts, finding.keep_until,
    concat_ws(' ', account.account_id, kind, finding.contact_id) as key
  from finding join account using (account_id)
  left join contact on contact.contact_id = finding.contact_id
) account`;
