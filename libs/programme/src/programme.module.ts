import { Module } from '@nestjs/common';
import { AssessmentModule } from '@mainstay/assessment';
import { PlanningModule } from '@mainstay/planning';
import { PortfolioModule } from '@mainstay/portfolio';
import { DashboardController } from './dashboard/dashboard.controller';
import { DashboardQueries } from './dashboard/dashboard.queries';
import { EntitlementController } from './entitlement/entitlement.controller';
import { EntitlementQueries } from './entitlement/entitlement.queries';
import { HealthController } from './health/health.controller';
import { HealthQueries } from './health/health.queries';
import { HomeController } from './home/home.controller';
import { HomeQueries } from './home/home.queries';
import { LitmusResultsController } from './litmus/litmus.controller';
import { LitmusPortfolio } from './litmus/litmus-portfolio.queries';
import { LitmusSubjects } from './litmus/litmus-subjects.queries';
import { PortfolioViewsController } from './portfolio-views/portfolio-views.controller';
import { PortfolioViewsQueries } from './portfolio-views/portfolio-views.queries';

@Module({
  imports: [AssessmentModule, PlanningModule, PortfolioModule],
  controllers: [
    DashboardController,
    EntitlementController,
    HealthController,
    HomeController,
    LitmusResultsController,
    PortfolioViewsController,
  ],
  providers: [
    DashboardQueries,
    EntitlementQueries,
    HealthQueries,
    HomeQueries,
    LitmusPortfolio,
    LitmusSubjects,
    PortfolioViewsQueries,
  ],
})
export class ProgrammeModule {}
