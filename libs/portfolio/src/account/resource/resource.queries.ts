import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { allLines, type LineOrder, type Lines, pageOfLines } from '../../line-page';
import { Conditions, tradingWith, withinScope } from '../../scope';
import type { ResourceFilter, ResourcePage, ResourcePromises } from './resource.answers';
import { resourceKinds } from './resource.events';

type Line = ResourcePromises['items'][number];
type Row = Omit<Line, 'from' | 'to'> & { from: string; to: string };

@Injectable()
export class ResourceQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** What was named against what moved; as usual what is to be checked first, the oldest before. */
  promises(context: RequestContext, query: ResourcePage): Promise<ResourcePromises> {
    return this.readStore.read(context, async (manager) => {
      const lines = linesOf(context, query);
      const { items, ...page } = await pageOfLines<Row>(manager, lines, orders, query);
      return { items: await withPlaces(manager, context, items), ...page, totals: await totalsOf(manager, lines) };
    });
  }

  /** Every line of the filter, for a download. */
  all(context: RequestContext, filter: ResourceFilter): Promise<Line[]> {
    return this.readStore.read(context, async (manager) =>
      withPlaces(manager, context, await allLines<Row>(manager, linesOf(context, filter), orders, 'due')),
    );
  }
}

const orders = {
  due: { by: `(case when moved is null then '0' else '1' end) || "checkOn"` },
  account: { by: 'account' },
  moved: { by: 'moved', number: true },
  state: { by: `array_position(array['due', 'open', 'not-kept', 'kept'], state)`, number: true },
  checkOn: { by: '"checkOn"' },
} as const satisfies Record<string, LineOrder>;

function linesOf(context: RequestContext, { state: wanted, accountId, kind, divisionId }: ResourceFilter): Lines {
  const today = (context.asAt ?? context.now).toISOString().slice(0, 10);
  const state = `case when moved >= amount then 'kept' when moved is not null then 'not-kept'
    when check_on <= date '${today}' then 'due' else 'open' end`;
  const seen = withinScope(new Conditions(), context).add(
    () => `not exists (select from category_decision decided
      where decided.account_id = promise.account_id and decided.version = promise.decision and not decided.stands)`,
  );
  if (wanted) seen.add((one) => `${state} = ${one}`, wanted);
  if (accountId) seen.add((id) => `account.account_id = ${id}`, accountId);
  if (kind) seen.add((one) => `kind = ${one}`, kind);
  tradingWith(seen, divisionId);
  const sql = `select decision || '.' || line as id, promise.account_id as "accountId",
       account.name as account, decision, line, from_category as "fromCategory", to_category as "toCategory", kind,
       amount, from_place as "from", to_place as "to",
       effective_on::text as "effectiveOn", check_on::text as "checkOn", approved_by as "approvedBy",
       ${state} as state, moved, note, checked_by as "checkedBy",
       concat_ws(' ', account.name, promise.account_id, lpad(decision::text, 9, '0'), lpad(line::text, 9, '0')) as key
     from resource_promise promise join account using (account_id)
     where ${seen.sql}`;
  return { sql, values: seen.values };
}

/** The other account may be one that the reader does not see: then it has no name here. */
async function withPlaces(manager: EntityManager, context: RequestContext, rows: readonly Row[]): Promise<Line[]> {
  const named = withinScope(
    new Conditions().add(
      (ids) => `account_id = any (${ids})`,
      rows.flatMap(({ from, to }) => [from, to]),
    ),
    context,
  );
  const found: { id: string; name: string }[] = await manager.query(
    `select account_id as id, name from account where ${named.sql}`,
    named.values,
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const place = (id: string) => ({ id, name: names.get(id) ?? null });
  return rows.map((row) => ({ ...row, from: place(row.from), to: place(row.to) }));
}

async function totalsOf(manager: EntityManager, { sql, values }: Lines): Promise<ResourcePromises['totals']> {
  const found: ResourcePromises['totals'] = await manager.query(
    `select kind, count(*)::int as lines, sum(amount)::float8 as promised,
       coalesce(sum(amount) filter (where moved is not null), 0)::float8 as checked,
       coalesce(sum(moved), 0)::float8 as moved
     from (${sql}) line group by kind`,
    [...values],
  );
  return resourceKinds.flatMap((kind) => found.filter((one) => one.kind === kind));
}
