import { Injectable } from '@nestjs/common';
import { type AuditResults, AuditResultsQueries, phaseAudit } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { PlanningFacade } from '@mainstay/planning';
import { PortfolioFacade, seesOnlyPart } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import { dayOf, yearOf, yearOfMonths } from './calendar';
import { decisionsBetween, livePlansOn, openActions, overdueActionsOn } from './dashboard.sql';
import type { Road } from './facts';
import type { Tile } from './tile';
import { actionsTile } from './tiles/actions';
import { capacityTile } from './tiles/capacity';
import { plansTile } from './tiles/plans';
import { portfolioTile } from './tiles/portfolio';
import { recategorisationsTile } from './tiles/recategorisations';
import { roadTile, standing } from './tiles/road';

export interface Dashboard {
  /** The day that the figures describe. */
  readonly on: string;
  readonly currency: string;
  readonly tiles: Tile[];
}

/** Figures come from the contexts' own summaries, so that they equal the lists they open into; trends are read here. */
@Injectable()
export class DashboardQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
    private readonly plans: PlanningFacade,
    private readonly audits: AuditResultsQueries,
  ) {}

  async dashboard(context: RequestContext): Promise<Dashboard> {
    const today = dayOf(context.asAt ?? context.now);
    const [{ currency }, summary, plans, road] = await Promise.all([
      this.portfolio.enterprise(context),
      this.portfolio.summary(context),
      this.plans.summary(context),
      this.road(context),
    ]);
    const { overdueActions: overdue, reviewDays } = plans;
    const trends = await this.trends(context, today, reviewDays);
    const byCategory = summary.categories.filter(({ accounts }) => accounts > 0);
    const portfolio = {
      today,
      byCategory,
      decisions: trends.decisions,
      capacity: summary.capacity,
      partial: seesOnlyPart(context),
    };
    return {
      on: today,
      currency,
      tiles: [
        portfolioTile(portfolio),
        roadTile(road),
        plansTile({ ...plans, liveByMonth: endingWith(trends.live, plans.live) }),
        capacityTile(portfolio),
        recategorisationsTile(portfolio),
        actionsTile({ ...trends.actions, overdue, overdueByMonth: endingWith(trends.overdue, overdue) }),
      ],
    };
  }

  private trends(context: RequestContext, today: string, reviewDays: number) {
    const months = yearOfMonths(today);
    return this.readStore.read(context, async (manager) => ({
      decisions: await decisionsBetween(manager, context, `${yearOf(today) - 1}-01-01`, today),
      live: await livePlansOn(manager, context, months, reviewDays),
      overdue: await overdueActionsOn(manager, context, months),
      actions: await openActions(manager, context, today),
    }));
  }

  private async road(context: RequestContext): Promise<Road | null> {
    const audits = standing(await this.audits.trail(context, { kind: 'programme' }));
    const latest = audits.at(-1);
    if (!latest) return null;
    const results = await this.audits.results(context, latest.id);
    return { audits, maximum: results.road.maximum, currentPeriod: periodName(results) };
  }
}

/** The present figure is that of the list, not one worked out in another way. */
const endingWith = (points: Tile['trend'], present: number): Tile['trend'] =>
  points.map((point, index) => (index === points.length - 1 ? { ...point, value: present } : point));

function periodName({ audit, currentPeriod }: AuditResults): string | null {
  if (!currentPeriod) return null;
  const { phases, periods } = phaseAudit(audit.catalogueVersion)!.structure;
  const phase = phases.find(({ id }) => id === currentPeriod.phase)!;
  const period = periods.find(({ phase, number }) => phase === currentPeriod.phase && number === currentPeriod.period)!;
  return `${phase.name}: ${period.name}`;
}
