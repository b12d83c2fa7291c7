import { Injectable } from '@nestjs/common';
import { managerResult, qualification } from '@mainstay/assessment';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { PortfolioFacade, seesOnlyPart } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { filtered, type LitmusOrder, type LitmusPage, type ManagerFilter, orderOf, sortOf } from './litmus-list';
import { countsOf, gate, led, managersOf, organisationOf } from './litmus-counts';
import { COLUMNS, lineOf, type LineRow, linesAt } from './litmus.sql';
import type { LitmusLine, litmusLines, LitmusOverview, managerLitmus, ManagerLine } from './litmus.views';
import { differencesOf } from './differences';
import { type LitmusDay, litmusDay } from './record-day';

/** Who qualifies, and who is one answer short: over all accounts and managers that the person may see. */
@Injectable()
export class LitmusPortfolio {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  async page(context: RequestContext, query: LitmusPage): Promise<z.infer<typeof litmusLines>> {
    const day = await this.day(context);
    const lines = linesAt(day.freshFrom);
    return this.readStore.read(context, async (manager) => {
      const conditions = filtered(context, query);
      const [counted]: { total: number }[] = await manager.query(
        `select count(*)::int as total from ${lines} where ${conditions.sql}`,
        conditions.values,
      );
      const { by, kind, descending } = sortOf(query);
      if (query.cursor !== undefined) {
        const [value, id] = fromCursor(query.cursor, query.sort, kind);
        conditions.add((v, i) => `(${by}, "accountId") ${descending ? '<' : '>'} (${v}, ${i})`, value, id);
      }
      const rows: (LineRow & { sortedBy: string | number })[] = await manager.query(
        `select ${COLUMNS}, ${by} as "sortedBy" from ${lines} where ${conditions.sql}
         order by ${orderOf(query)} limit ${query.limit + 1}`,
        conditions.values,
      );
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const next = rows.length > query.limit && last ? cursorOf(query.sort, last.sortedBy, last.accountId) : null;
      const items = await linesOf(
        manager,
        shown.map(({ sortedBy: _, ...row }) => row),
        day,
      );
      return { items, total: counted!.total, next };
    });
  }

  /** Every line of the list, for a download. */
  async all(context: RequestContext, query: LitmusOrder): Promise<LitmusLine[]> {
    const day = await this.day(context);
    return this.readStore.read(context, async (manager) => {
      const { sql, values } = filtered(context, query);
      const rows: LineRow[] = await manager.query(
        `select ${COLUMNS} from ${linesAt(day.freshFrom)} where ${sql} order by ${orderOf(query)}`,
        values,
      );
      return linesOf(manager, rows, day);
    });
  }

  async managers(context: RequestContext, filter: ManagerFilter): Promise<ManagerLine[]> {
    const { freshFrom } = await this.day(context);
    const all = await this.readStore.read(context, (manager) => managersOf(manager, context, freshFrom, filter));
    return filter.standing ? all.filter(({ standing }) => standing === filter.standing) : all;
  }

  /** Without accounts for a person who leads no key account. @throws NotFound for somebody unknown */
  async manager(context: RequestContext, personId: string): Promise<z.infer<typeof managerLitmus>> {
    const day = await this.day(context);
    return this.readStore.read(context, async (manager) => {
      const [line] = await managersOf(manager, context, day.freshFrom, { personId });
      if (!line && !(await isMember(manager, personId))) throw new NotFound('manager', personId);
      const { sql, values } = led(context, personId);
      const rows: LineRow[] = await manager.query(
        `select ${COLUMNS} from ${linesAt(day.freshFrom)} where ${sql} order by name, "accountId"`,
        values,
      );
      return {
        on: day.today,
        gate,
        manager: line ?? withoutAccounts(personId),
        accounts: await linesOf(manager, rows, day),
      };
    });
  }

  async overview(context: RequestContext): Promise<LitmusOverview> {
    const day = await this.day(context);
    return this.readStore.read(context, async (manager) => {
      const managers = await managersOf(manager, context, day.freshFrom, {});
      const organisation = await organisationOf(manager, context, day.freshFrom);
      const count = (standing: ManagerLine['standing']) => managers.filter((line) => line.standing === standing).length;
      return {
        on: day.today,
        partial: seesOnlyPart(context),
        qualification: qualification(organisation.standing, managers),
        gate,
        organisation,
        managers: {
          all: managers.length,
          passes: count('passes'),
          oneShort: count('one-short'),
          notTaken: count('not-taken'),
        },
        ...(await countsOf(manager, context, day.freshFrom)),
      };
    });
  }

  private async day(context: RequestContext): Promise<LitmusDay> {
    return litmusDay(context, (await this.portfolio.enterprise(context)).planReviewDays);
  }
}

async function linesOf(manager: EntityManager, rows: readonly LineRow[], day: LitmusDay): Promise<LitmusLine[]> {
  const differences = await differencesOf(manager, rows, day);
  return rows.map((row) => lineOf(row, day.freshFrom, differences.get(row.accountId) ?? 0));
}

async function isMember(manager: EntityManager, personId: string): Promise<boolean> {
  const found: unknown[] = await manager.query('select 1 from member where person_id = $1', [personId]);
  return found.length > 0;
}

const withoutAccounts = (personId: string): ManagerLine => ({
  personId,
  ...managerResult([], gate),
  oldestOn: null,
  old: false,
});
