import { Module } from '@nestjs/common';
import { PortfolioModule } from '@mainstay/portfolio';
import { accessCommands } from './access/access.commands';
import { AccessController } from './access/access.controller';
import { AccessQueries } from './access/access.queries';
import { AccessService } from './access/access.service';
import { EndedMembershipQueries } from './access/ended-membership.queries';
import { memberCommands } from './member/member.commands';
import { MemberController } from './member/member.controller';
import { MemberQueries } from './member/member.queries';
import { teamCommands } from './team/team.commands';
import { TeamController } from './team/team.controller';
import { TeamQueries } from './team/team.queries';

@Module({
  imports: [PortfolioModule],
  controllers: [AccessController, MemberController, TeamController],
  providers: [
    ...accessCommands,
    AccessService,
    AccessQueries,
    EndedMembershipQueries,
    ...memberCommands,
    ...teamCommands,
    MemberQueries,
    TeamQueries,
  ],
  exports: [EndedMembershipQueries, MemberQueries, TeamQueries],
})
export class PeopleModule {}
