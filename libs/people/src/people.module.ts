import { Module } from '@nestjs/common';
import { PortfolioModule } from '@mainstay/portfolio';
import { memberCommands } from './member/member.commands';
import { MemberController } from './member/member.controller';
import { MemberQueries } from './member/member.queries';
import { teamCommands } from './team/team.commands';
import { TeamController } from './team/team.controller';
import { TeamQueries } from './team/team.queries';

@Module({
  imports: [PortfolioModule],
  controllers: [MemberController, TeamController],
  providers: [...memberCommands, ...teamCommands, MemberQueries, TeamQueries],
  exports: [MemberQueries, TeamQueries],
})
export class PeopleModule {}
