import { Module } from '@nestjs/common';
import { AssessmentModule } from '@mainstay/assessment';
import { PlanningModule } from '@mainstay/planning';
import { PortfolioModule } from '@mainstay/portfolio';
import { DashboardController } from './dashboard/dashboard.controller';
import { DashboardQueries } from './dashboard/dashboard.queries';
import { HomeController } from './home/home.controller';
import { HomeQueries } from './home/home.queries';

@Module({
  imports: [AssessmentModule, PlanningModule, PortfolioModule],
  controllers: [DashboardController, HomeController],
  providers: [DashboardQueries, HomeQueries],
})
export class ProgrammeModule {}
