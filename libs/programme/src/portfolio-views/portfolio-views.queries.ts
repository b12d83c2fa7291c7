import { Injectable } from '@nestjs/common';
import { Malformed, type RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import {
  allLines,
  Conditions,
  type Lines,
  pageOfLines,
  PortfolioFacade,
  tradingWith,
  withinScope,
} from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import { dayOf, daysBefore, monthsBefore } from '../dashboard/calendar';
import { HealthQueries } from '../health/health.queries';
import { candidateOrders, candidatesFor } from './candidates.sql';
import { groupsOf, sumsOf } from './groups';
import { inOrder, type Moved } from './movement';
import { categoriesNow, type Days, factsOf, movedByEffect } from './movement.sql';
import type {
  Candidate,
  Candidates,
  CandidatesFilter,
  CandidatesPage,
  MovedAnswer,
  MovedQuery,
  MovementQuery,
  ViewAnswer,
  ViewQuery,
} from './portfolio-views.views';

const dayOfPage = ({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>) => dayOf(asAt ?? now);

interface OfDivision {
  readonly divisionId?: string | undefined;
}

/** The accounts that the person may see, or those of them that trade with a division. */
const accountsOf = (context: RequestContext, { divisionId }: OfDivision): Conditions =>
  tradingWith(withinScope(new Conditions(), context), divisionId);

function candidateLines(context: RequestContext, filter: CandidatesFilter): Lines {
  const today = dayOfPage(context);
  return candidatesFor(accountsOf(context, filter), { today, yearAgo: monthsBefore(today, 12) });
}

/** The portfolio cut in groups, what hardly repays its investment, and what moved. */
@Injectable()
export class PortfolioViewsQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
    private readonly health: HealthQueries,
  ) {}

  /**
   * A division head sees the groups of the own divisions alone, also of accounts that cross into others; and where one
   * division is chosen, its group stands alone.
   */
  async groups(context: RequestContext, { by, divisionId }: ViewQuery): Promise<ViewAnswer> {
    const [lines, scope] = await Promise.all([
      this.health.list(context, { sort: 'name', divisionId }),
      this.portfolio.divisionScope(context),
    ]);
    const isShown = (division: string) =>
      (scope === 'all' || scope.some(({ id }) => id === division)) && (!divisionId || division === divisionId);
    const groups = groupsOf(lines, by).filter(({ key }) => by !== 'division' || isShown(key));
    return { groups, total: sumsOf(lines) };
  }

  candidates(context: RequestContext, query: CandidatesPage): Promise<Candidates> {
    const lines = candidateLines(context, query);
    return this.readStore.read(context, (manager) => pageOfLines(manager, lines, candidateOrders, query));
  }

  /** Every candidate that the filter leaves, in its order. */
  allCandidates(context: RequestContext, filter: CandidatesFilter): Promise<Candidate[]> {
    const lines = candidateLines(context, filter);
    return this.readStore.read(context, (manager) => allLines(manager, lines, candidateOrders, filter.sort));
  }

  /** @throws Malformed for a period that ends before it begins */
  async moved(context: RequestContext, query: MovementQuery): Promise<Days & { moved: Moved[] }> {
    const to = query.to ?? dayOfPage(context);
    const from = query.from ?? daysBefore(monthsBefore(to, 12), -1);
    if (from > to) throw new Malformed('movement.period', 'from: must not be after the last day of the period.');
    const moved =
      query.clock === 'recorded'
        ? await this.movedByRecord(context, { from, to }, query)
        : await this.readStore.read(context, (manager) =>
            movedByEffect(manager, accountsOf(context, query), { from, to }),
          );
    return { from, to, moved };
  }

  /** The accounts of one flow, by page: all that stayed prospects may be ten thousand. */
  async movedAccounts(context: RequestContext, query: MovedQuery): Promise<MovedAnswer> {
    const { before, after, sort, cursor, limit } = query;
    const { moved } = await this.moved(context, query);
    const flow = inOrder(
      moved.filter(({ from, to }) => from === before && to === after),
      sort,
    );
    const [, last] = cursor === undefined ? [] : fromCursor(cursor, sort, 'string');
    const start = last === undefined ? 0 : flow.findIndex(({ accountId }) => accountId === last) + 1;
    const items = flow
      .slice(start, start + limit)
      .map(({ accountId, code, name, spend }) => ({ accountId, code, name, spend }));
    const end = items.at(-1)?.accountId;
    return { items, total: flow.length, next: end && start + limit < flow.length ? cursorOf(sort, end, end) : null };
  }

  /** As the pages said at either end, whatever was corrected since; an account counts once it was registered. */
  private async movedByRecord(context: RequestContext, { from, to }: Days, filter: OfDivision): Promise<Moved[]> {
    const page = context.asAt ?? context.now;
    const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
    const at = (moment: Date) =>
      this.readStore.read(moment < page ? { ...context, asAt: moment } : context, categoriesNow);
    const facts = await this.readStore.read(context, (manager) => factsOf(manager, accountsOf(context, filter)));
    const before = await at(startOf(from));
    const after = await at(startOf(daysBefore(to, -1)));
    return facts.flatMap((account) => {
      const ends = after.get(account.accountId);
      return ends ? [{ ...account, from: before.get(account.accountId) ?? 'prospect', to: ends }] : [];
    });
  }
}
