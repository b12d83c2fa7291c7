import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { Conditions, PortfolioFacade, withinReach, withinScope } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { z } from 'zod';
import { dayOf, daysBefore, monthsBefore } from '../dashboard/calendar';
import { bandOf, partsOf, scoreOf } from './health';
import { healthFacts } from './health.sql';
import type { AccountHealth, HealthFilter, HealthLine, healthLines, HealthPage } from './health.views';
import { compareHealth, conditionsOf, meanHealth } from './health-list';

/** In touch within so many days is in touch. */
const TOUCH_DAYS = 90;

/** How healthy each account is, from what the contexts record about it. */
@Injectable()
export class HealthQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  async page(context: RequestContext, query: HealthPage): Promise<z.infer<typeof healthLines>> {
    const lines = await this.list(context, query);
    const start = query.cursor === undefined ? 0 : afterCursor(lines, query);
    const items = lines.slice(start, start + query.limit);
    const last = items.at(-1);
    const more = start + query.limit < lines.length && last;
    return {
      items,
      total: lines.length,
      mean: meanHealth(lines),
      atRisk: lines.filter(({ band }) => band === 'at-risk').length,
      next: more ? cursorOf(query.sort, last.accountId, last.accountId) : null,
    };
  }

  /** Every line that the filter leaves, in its order. */
  async list(context: RequestContext, filter: HealthFilter): Promise<HealthLine[]> {
    const full = await this.read(context, conditionsOf(withinScope(new Conditions(), context), filter, context.actor));
    return full
      .map(({ weights: _, follows: __, ...line }) => line)
      .filter(({ band }) => !filter.band || (band ?? 'not-known') === filter.band)
      .sort((a, b) => compareHealth(a, b, filter.sort));
  }

  /** Undefined for an account out of sight; an archived one opens too. */
  async one(context: RequestContext, accountId: string): Promise<AccountHealth | undefined> {
    const itself = new Conditions().add((id) => `account.account_id = ${id}`, accountId);
    return (await this.read(context, withinReach(itself, context)))[0];
  }

  private async read(context: RequestContext, conditions: Conditions): Promise<AccountHealth[]> {
    const today = dayOf(context.asAt ?? context.now);
    const { planReviewDays, healthWeights: weights } = await this.portfolio.enterprise(context);
    const rows = await this.readStore.read(context, (manager) =>
      healthFacts(manager, conditions, { today, yearAgo: monthsBefore(today, 12) }),
    );
    const days = { planLiveFrom: daysBefore(today, planReviewDays), inTouchFrom: daysBefore(today, TOUCH_DAYS) };
    return rows.map((row) => {
      const parts = partsOf(row, days);
      const health = scoreOf(parts, weights);
      const { accountId, code, name, category, leadId, divisionIds, countries, spend, level, key: _, ...follows } = row;
      const facts = { accountId, code, name, category, leadId, divisionIds, countries, spend, level };
      return { ...facts, health, band: bandOf(health), parts, weights, follows };
    });
  }
}

/** Where the page after the last line shown begins. */
function afterCursor(lines: readonly HealthLine[], { cursor, sort }: HealthPage): number {
  const [, id] = fromCursor(cursor!, sort, 'string');
  return lines.findIndex(({ accountId }) => accountId === id) + 1;
}
