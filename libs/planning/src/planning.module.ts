import { Module } from '@nestjs/common';
import { PortfolioModule } from '@mainstay/portfolio';
import { planCommands } from './plan/plan.commands';
import { PlanController } from './plan/plan.controller';
import { PlanQueries } from './plan/plan.queries';
import { PlanListController } from './plan-list/plan-list.controller';
import { PlanListQueries } from './plan-list/plan-list.queries';
import { PlanningFacade } from './planning-facade';

@Module({
  imports: [PortfolioModule],
  controllers: [PlanListController, PlanController],
  providers: [...planCommands, PlanQueries, PlanListQueries, PlanningFacade],
  exports: [PlanningFacade],
})
export class PlanningModule {}
