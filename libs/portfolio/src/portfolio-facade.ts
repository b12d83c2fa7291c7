import { Injectable } from '@nestjs/common';
import { CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import { type Account, account } from './account/account';
import { CategoriesQueries, type KnownCategories } from './category/categories.queries';
import { DivisionGuard } from './account/division-guard';
import { lastYear } from './account/portfolio-views/period';
import { type Period, PortfolioQueries, type PortfolioSummary } from './account/portfolio-views/portfolio.queries';
import type { Division } from './enterprise/enterprise';
import { type EnterpriseAnswer, EnterpriseQueries } from './enterprise/enterprise-settings/enterprise.queries';

/** What a rule of another context may ask about an account. */
export type AccountFacts = Extract<Account, { kind: 'registered' }>;

/**
 * What other contexts and the product itself ask the portfolio. `divisionExists`, `account` and `accountExists` look at the
 * records as they stand this moment, for rules; the others read the read models, *as at* included.
 */
@Injectable()
export class PortfolioFacade {
  constructor(
    private readonly runner: CommandRunner,
    private readonly divisionGuard: DivisionGuard,
    private readonly enterprises: EnterpriseQueries,
    private readonly portfolio: PortfolioQueries,
    private readonly categoriesRead: CategoriesQueries,
  ) {}

  async divisionExists(context: RequestContext, divisionId: string): Promise<boolean> {
    return (await this.divisionGuard.unknown(context, [divisionId])).length === 0;
  }

  /** Lead, sponsor, divisions, category, scores; undefined where there is no such account. */
  async account(context: RequestContext, accountId: string): Promise<AccountFacts | undefined> {
    const state = await this.runner.state(account, context.tenant, accountId);
    return state.kind === 'registered' ? state : undefined;
  }

  async accountExists(context: RequestContext, accountId: string): Promise<boolean> {
    return (await this.account(context, accountId)) !== undefined;
  }

  /** Name, currency, capacity, review interval; defaults at version 0 before anything was said. */
  enterprise(context: RequestContext): Promise<EnterpriseAnswer> {
    return this.enterprises.enterprise(context);
  }

  /** Those in force on the day of reading, and what any category is called. */
  categories(context: RequestContext): Promise<KnownCategories> {
    return this.categoriesRead.known(context);
  }

  async divisions(context: RequestContext): Promise<Division[]> {
    return (await this.enterprises.divisions(context)).items;
  }

  /** The divisions that a division head sees; everybody else sees all. */
  divisionScope(context: RequestContext): Promise<'all' | { id: string; name: string }[]> {
    return this.enterprises.divisionScope(context);
  }

  /** For the Board dashboard: the twelve months up to the day of the page where no period is given. */
  summary(context: RequestContext, period: Period = lastYear(context)): Promise<PortfolioSummary> {
    return this.portfolio.summary(context, period);
  }
}
