import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { Conditions, withinScope } from '../../scope';
import type { ResourceFilter, ResourcePromises } from './resource.answers';
import { resourceKinds } from './resource.events';

type Line = ResourcePromises['items'][number];

@Injectable()
export class ResourceQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** What was named against what moved: what is to be checked first, the oldest before. */
  promises(context: RequestContext, filter: ResourceFilter): Promise<ResourcePromises> {
    return this.readStore.read(context, async (manager) => {
      const today = (context.asAt ?? context.now).toISOString().slice(0, 10);
      const state = `case when moved >= amount then 'kept' when moved is not null then 'not-kept'
        when check_on <= date '${today}' then 'due' else 'open' end`;
      const seen = withinScope(new Conditions(), context).add(
        () => `not exists (select from category_decision decided
          where decided.account_id = promise.account_id and decided.version = promise.decision and not decided.stands)`,
      );
      if (filter.state) seen.add((one) => `${state} = ${one}`, filter.state);
      if (filter.accountId) seen.add((id) => `account.account_id = ${id}`, filter.accountId);
      if (filter.kind) seen.add((kind) => `kind = ${kind}`, filter.kind);
      if (filter.divisionId) seen.add((id) => `account.division_ids @> array[${id}::text]`, filter.divisionId);
      const rows = (await manager.query(
        `select decision || '.' || line as id, promise.account_id as "accountId",
           account.name as account, decision, line, from_category as "fromCategory", to_category as "toCategory", kind,
           amount, from_place as "from", to_place as "to",
           effective_on::text as "effectiveOn", check_on::text as "checkOn", approved_by as "approvedBy",
           ${state} as state, moved, note, checked_by as "checkedBy"
         from resource_promise promise join account using (account_id)
         where ${seen.sql}
         order by moved is not null, check_on, account.name, decision, line limit 5000`,
        seen.values,
      )) as (Omit<Line, 'from' | 'to'> & { from: string; to: string })[];
      // The other account may be one that the reader does not see: then it has no name here.
      const named = withinScope(
        new Conditions().add(
          (ids) => `account_id = any (${ids})`,
          rows.flatMap(({ from, to }) => [from, to]),
        ),
        context,
      );
      const found = (await manager.query(
        `select account_id as id, name from account where ${named.sql}`,
        named.values,
      )) as { id: string; name: string }[];
      const names = new Map(found.map(({ id, name }) => [id, name]));
      const place = (id: string) => ({ id, name: names.get(id) ?? null });
      const items = rows.map((row) => ({ ...row, from: place(row.from), to: place(row.to) }));
      return { items, totals: totalsOf(items) };
    });
  }
}

function totalsOf(items: readonly Line[]): ResourcePromises['totals'] {
  return resourceKinds.flatMap((kind) => {
    const lines = items.filter((one) => one.kind === kind);
    if (lines.length === 0) return [];
    const checked = lines.filter(({ moved }) => moved !== null);
    const sum = (of: readonly Line[], value: (line: Line) => number) =>
      of.reduce((total, line) => total + value(line), 0);
    return [
      {
        kind,
        lines: lines.length,
        promised: sum(lines, ({ amount }) => amount),
        checked: sum(checked, ({ amount }) => amount),
        moved: sum(checked, ({ moved }) => moved!),
      },
    ];
  });
}
