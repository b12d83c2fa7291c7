import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { z } from 'zod';
import { allLines, type LineOrder, type Lines, pageOfLines } from '../../line-page';
import { Conditions, tradingWith, withinReach, withinScope } from '../../scope';
import type { exitAnswer, ExitFilter, ExitLine, ExitPage } from './exit.answers';
import { exitPointTable } from './exit.projection';

type Exits = z.infer<typeof exitAnswer>['items'];

/** The decision before an exit still says that the account moved. */
const STANDS = `not exists (select from category_decision decided
  where decided.account_id = point.account_id and decided.version = point.exit - 1 and not decided.stands)`;

@Injectable()
export class ExitQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Every exit of an account, the latest first; undefined where the reader may not see the account. */
  of(context: RequestContext, accountId: string): Promise<Exits | undefined> {
    return this.readStore.read(context, async (manager) => {
      const seen = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const found: unknown[] = await manager.query(`select 1 from account where ${seen.sql}`, seen.values);
      if (found.length === 0) return undefined;
      const order = { exit: 'desc', place: 'asc' } as const;
      const rows = await manager.find(exitPointTable.entity, { where: { accountId }, order });
      const standing = (await manager.query(
        `select distinct exit from exit_point point where account_id = $1 and ${STANDS}`,
        [accountId],
      )) as { exit: number }[];
      return [...new Set(rows.map(({ exit }) => exit))].map((exit) =>
        exitOf(
          rows.filter((row) => row.exit === exit),
          standing.some((one) => one.exit === exit),
        ),
      );
    });
  }

  /** Exits of all accounts in sight; as usual what is left first, by the day on which the next point is due. */
  lines(context: RequestContext, query: ExitPage): Promise<{ items: ExitLine[]; total: number; next: string | null }> {
    const lines = linesFor(context, query);
    return this.readStore.read(context, (manager) => pageOfLines(manager, lines, orders, query));
  }

  /** Every exit that the filter leaves, in its order. */
  all(context: RequestContext, filter: ExitFilter): Promise<ExitLine[]> {
    const lines = linesFor(context, filter);
    return this.readStore.read(context, (manager) => allLines(manager, lines, orders, filter.sort));
  }
}

function linesFor(context: RequestContext, { state, divisionId }: ExitFilter): Lines {
  const today = (context.asAt ?? context.now).toISOString().slice(0, 10);
  const seen = tradingWith(withinScope(new Conditions(), context), divisionId).add(() => STANDS);
  const open = "point.state = 'open'";
  const late = `${open} and point.due_on < date '${today}'`;
  const having = { open: `bool_or(${open})`, overdue: `bool_or(${late})`, complete: `not bool_or(${open})` };
  const sql = `select account.account_id || '.' || exit as id, account.account_id as "accountId", code, account.name,
         lead_id as "leadId", exit, from_category as "from", to_category as "to", effective_on::text as "effectiveOn",
         count(*)::int as points, count(*) filter (where not ${open})::int as settled,
         count(*) filter (where ${late})::int as overdue,
         (min(point.due_on) filter (where ${open}))::text as "nextDueOn",
         concat_ws(' ', account.name, account.account_id, lpad(exit::text, 9, '0')) as key
       from exit_point point join account using (account_id) where ${seen.sql}
       group by account.account_id, code, account.name, lead_id, exit, from_category, to_category, effective_on
       ${state ? `having ${having[state]}` : ''}`;
  return { sql, values: seen.values };
}

const orders = {
  next: { by: '"nextDueOn"' },
  account: { by: 'name' },
  effectiveOn: { by: '"effectiveOn"' },
  seen: { by: 'settled::float8 / points', number: true },
  overdue: { by: 'overdue', number: true },
} as const satisfies Record<string, LineOrder>;

function exitOf(rows: readonly StoredRowOf<typeof exitPointTable>[], stands: boolean): Exits[number] {
  const [{ exit, fromCategory: from, toCategory: to, effectiveOn, openedAt }] = rows as [
    StoredRowOf<typeof exitPointTable>,
  ];
  const points = rows.map(({ pointId: id, text, ownerId, dueOn, state, note, settledBy, settledAt }) => {
    return { id, text, ownerId, dueOn, state, note, settledBy, settledAt: settledAt?.toISOString() ?? null };
  });
  const complete = points.every(({ state }) => state !== 'open');
  return { exit, from, to, effectiveOn, openedAt: openedAt.toISOString(), stands, complete, points };
}
