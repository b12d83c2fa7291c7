import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import {
  Conditions,
  type KnownCategories,
  loadOfAccounts,
  PortfolioFacade,
  withinReach,
  tradingWith,
  withinScope,
} from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { dayOf, daysBefore, monthsBefore } from '../dashboard/calendar';
import { held } from './entitlement';
import { ledBy, receivedBy } from './entitlement.sql';
import type {
  AccountEntitlement,
  EntitlementFilter,
  EntitlementLine,
  entitlementLines,
  EntitlementPage,
} from './entitlement.views';

/** Who receives more or less of key account management than the category is entitled to. */
@Injectable()
export class EntitlementQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  async page(context: RequestContext, query: EntitlementPage): Promise<z.infer<typeof entitlementLines>> {
    const { lines, shown } = await this.list(context, query);
    const start = query.cursor === undefined ? 0 : afterCursor(shown, query);
    const items = shown.slice(start, start + query.limit);
    const last = items.at(-1);
    const more = start + query.limit < shown.length && last;
    return {
      items,
      total: shown.length,
      under: lines.filter(({ verdict }) => verdict === 'under').length,
      over: lines.filter(({ verdict }) => verdict === 'over').length,
      next: more ? cursorOf(query.sort, sortedBy(last, query), last.accountId) : null,
    };
  }

  /** Every line of the list, for a download, and what the categories are called. */
  async all(context: RequestContext, filter: EntitlementFilter): Promise<[EntitlementLine[], KnownCategories]> {
    const [{ shown }, known] = await Promise.all([this.list(context, filter), this.portfolio.categories(context)]);
    return [shown, known];
  }

  /** Undefined for an account out of sight, and for one that is neither key nor receives anything. */
  async one(context: RequestContext, accountId: string): Promise<AccountEntitlement | undefined> {
    const known = await this.portfolio.categories(context);
    const conditions = withinScope(
      new Conditions().add((id) => `account.account_id = ${id}`, accountId),
      context,
    );
    const [line] = await this.lines(context, known, conditions);
    if (!line) return undefined;
    const setting = known.categories.find(({ id }) => id === line.category);
    return {
      ...line,
      serviceLevel: setting?.entitlement.serviceLevel ?? '',
      responseHours: setting?.entitlement.responseHours ?? null,
      entryWords: setting?.entry.words ?? '',
      meaning: setting?.meaning ?? '',
    };
  }

  sees(context: RequestContext, accountId: string): Promise<boolean> {
    const reach = withinReach(
      new Conditions().add((id) => `account.account_id = ${id}`, accountId),
      context,
    );
    return this.readStore.read(context, async (manager) => {
      const found: unknown[] = await manager.query(`select 1 from account where ${reach.sql}`, reach.values);
      return found.length > 0;
    });
  }

  private async list(context: RequestContext, filter: EntitlementFilter) {
    const known = await this.portfolio.categories(context);
    const conditions = tradingWith(withinScope(new Conditions(), context), filter.divisionId);
    const lines = await this.lines(context, known, conditions);
    const shown = lines.filter((line) => matches(line, filter)).sort((a, b) => compare(a, b, filter));
    return { lines, shown };
  }

  private async lines(
    context: RequestContext,
    { categories }: KnownCategories,
    conditions: Conditions,
  ): Promise<EntitlementLine[]> {
    const today = dayOf(context.asAt ?? context.now);
    const { planReviewDays } = await this.portfolio.enterprise(context);
    const settings = new Map(categories.map((one) => [one.id, one]));
    const [rows, led] = await this.readStore.read(context, async (manager: EntityManager) => [
      await receivedBy(manager, conditions, { today, yearAgo: monthsBefore(today, 12) }),
      await ledBy(manager),
    ]);
    const liveFrom = daysBefore(today, planReviewDays);
    return rows.map((row) => {
      const managerLoad = row.leadId === null ? null : loadOfAccounts(led.get(row.leadId) ?? [], categories);
      const { measures, entry, ...sum } = held(settings.get(row.category), { ...row, managerLoad }, liveFrom);
      const { accountId, code, name, category, leadId } = row;
      return { accountId, code, name, category, leadId, measures: [...measures], entry: [...entry], ...sum };
    });
  }
}

function matches(line: EntitlementLine, { q, state, category, leadId }: EntitlementFilter): boolean {
  if (state && line.verdict !== state) return false;
  if (category && line.category !== category) return false;
  if (leadId && line.leadId !== leadId) return false;
  return !q || [line.name, line.code].some((text) => text.toLowerCase().includes(q.toLowerCase()));
}

const nameOf = ({ name }: EntitlementLine) => name.toLowerCase();
const sortedBy = (line: EntitlementLine, { sort }: Pick<EntitlementFilter, 'sort'>): string | number =>
  sort.endsWith('name') ? nameOf(line) : sort.endsWith('under') ? line.under : line.over;

function compare(one: EntitlementLine, other: EntitlementLine, order: Pick<EntitlementFilter, 'sort'>): number {
  const [a, b] = [sortedBy(one, order), sortedBy(other, order)];
  const way = order.sort.startsWith('-') ? -1 : 1;
  if (a !== b) return a < b ? -way : way;
  return nameOf(one) === nameOf(other)
    ? one.accountId < other.accountId
      ? -1
      : 1
    : nameOf(one) < nameOf(other)
      ? -1
      : 1;
}

/** Where the page after the last line shown begins. */
function afterCursor(shown: readonly EntitlementLine[], { cursor, sort }: EntitlementPage): number {
  const [, id] = fromCursor(cursor!, sort, sort.endsWith('name') ? 'string' : 'number');
  return shown.findIndex(({ accountId }) => accountId === id) + 1;
}
