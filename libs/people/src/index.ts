import { accessDescriptions } from './access/access.descriptions';
import { accessEvents } from './access/access.events';
import { accessRegister } from './access/access.projection';
import { memberEvents } from './member/member';
import { memberDescriptions } from './member/member.descriptions';
import { memberRegister } from './member/member.projection';
import { teamDescriptions } from './team/team.descriptions';
import { teamEvents } from './team/team.events';
import { teamRegister } from './team/team.projection';

export const peopleEvents = { ...accessEvents, ...memberEvents, ...teamEvents };
export const peopleDescriptions = { ...accessDescriptions, ...memberDescriptions, ...teamDescriptions };
export const peopleProjections = [accessRegister, memberRegister, teamRegister];
export { EndedMembershipQueries } from './access/ended-membership.queries';
export { PeopleModule } from './people.module';
export { MemberQueries, type Person } from './member/member.queries';
export { memberTable } from './member/member.projection';
export { TeamQueries } from './team/team.queries';
export { teamMemberTable } from './team/team.projection';
