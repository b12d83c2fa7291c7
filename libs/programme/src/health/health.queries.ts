import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { Conditions, type HealthWeights, PortfolioFacade, withinReach, withinScope } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { z } from 'zod';
import { dayOf, daysBefore, monthsBefore } from '../dashboard/calendar';
import { bandOf, partsOf, scoreOf } from './health';
import { healthFacts, type HealthRow, type Presented, presented } from './health.sql';
import type { AccountHealth, HealthFilter, HealthLine, healthLines, HealthPage } from './health.views';
import { type Assessed, conditionsOf, inOrder, meanHealth } from './health-list';

/** In touch within so many days is in touch. */
const TOUCH_DAYS = 90;

/** How healthy each account is, from what the contexts record about it. */
@Injectable()
export class HealthQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  page(context: RequestContext, query: HealthPage): Promise<z.infer<typeof healthLines>> {
    return this.found(context, query, async (found, linesOf) => {
      const start = query.cursor === undefined ? 0 : afterCursor(found, query);
      const shown = found.slice(start, start + query.limit);
      const last = shown.at(-1)?.row.accountId;
      return {
        items: await linesOf(shown),
        total: found.length,
        mean: meanHealth(found),
        atRisk: found.filter(({ band }) => band === 'at-risk').length,
        next: start + query.limit < found.length && last ? cursorOf(query.sort, last, last) : null,
      };
    });
  }

  /** Every line that the filter leaves, in its order. */
  list(context: RequestContext, filter: HealthFilter): Promise<HealthLine[]> {
    return this.found(context, filter, (found, linesOf) => linesOf(found));
  }

  /** Undefined for an account out of sight; an archived one opens too. */
  async one(context: RequestContext, accountId: string): Promise<AccountHealth | undefined> {
    const itself = new Conditions().add((id) => `account.account_id = ${id}`, accountId);
    return this.assess(context, withinReach(itself, context), async (accounts, linesOf, weights) => {
      const [line] = await linesOf(accounts);
      return line && { ...line, weights, follows: followsOf(accounts[0]!.row) };
    });
  }

  /** What the filter leaves, in its order. */
  private found<Result>(context: RequestContext, filter: HealthFilter, use: Use<Result>): Promise<Result> {
    const conditions = conditionsOf(withinScope(new Conditions(), context), filter, context.actor);
    const { band: asked, sort } = filter;
    return this.assess(context, conditions, (accounts, ...rest) => {
      const left = asked ? accounts.filter(({ band }) => (band ?? 'not-known') === asked) : accounts;
      return use(inOrder(left, sort), ...rest);
    });
  }

  /** All in the order of their names. What only shows in a line is read for the lines shown, in the same transaction. */
  private async assess<Result>(context: RequestContext, conditions: Conditions, use: Use<Result>): Promise<Result> {
    const today = dayOf(context.asAt ?? context.now);
    const { planReviewDays, healthWeights: weights } = await this.portfolio.enterprise(context);
    const days = { planLiveFrom: daysBefore(today, planReviewDays), inTouchFrom: daysBefore(today, TOUCH_DAYS) };
    return this.readStore.read(context, async (manager) => {
      const rows = await healthFacts(manager, conditions, { today, yearAgo: monthsBefore(today, 12) });
      const accounts = rows.map((row): Assessed => {
        const parts = partsOf(row, days);
        const health = scoreOf(parts, weights);
        return { row, parts, health, band: bandOf(health) };
      });
      const linesOf = async (shown: readonly Assessed[]) => {
        const known = await presented(
          manager,
          shown.map(({ row }) => row.accountId),
        );
        return shown.map((one) => lineOf(one, known.get(one.row.accountId)!));
      };
      return use(accounts, linesOf, weights);
    });
  }
}

/** Works with the accounts found, while the transaction that found them is open. */
type Use<Result> = (
  accounts: readonly Assessed[],
  linesOf: (shown: readonly Assessed[]) => Promise<HealthLine[]>,
  weights: HealthWeights,
) => Promise<Result>;

function lineOf({ row: { spend, level }, parts, health, band }: Assessed, presented: Presented): HealthLine {
  return { ...presented, spend, level, health, band, parts };
}

function followsOf(row: HealthRow): AccountHealth['follows'] {
  const { planTouchedOn, contacts, seniors, lastContactOn, levelOn, aligned, alignedOn, growth } = row;
  const { ready, readyOf, readyOn } = row;
  return {
    ...{ planTouchedOn, contacts, seniors, lastContactOn, levelOn, aligned, alignedOn, growth },
    ...{ ready, readyOf, readyOn },
  };
}

/** Where the page after the last line shown begins. */
function afterCursor(accounts: readonly Assessed[], { cursor, sort }: HealthPage): number {
  const [, id] = fromCursor(cursor!, sort, 'string');
  return accounts.findIndex(({ row }) => row.accountId === id) + 1;
}
