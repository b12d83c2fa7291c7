import { memberEvents } from './member/member';
import { memberDescriptions } from './member/member.descriptions';
import { memberRegister } from './member/member.projection';
import { teamDescriptions } from './team/team.descriptions';
import { teamEvents } from './team/team.events';
import { teamRegister } from './team/team.projection';

export const peopleEvents = { ...memberEvents, ...teamEvents };
export const peopleDescriptions = { ...memberDescriptions, ...teamDescriptions };
export const peopleProjections = [memberRegister, teamRegister];
export { PeopleModule } from './people.module';
export { MemberQueries, type Person } from './member/member.queries';
export { memberTable } from './member/member.projection';
export { TeamQueries } from './team/team.queries';
export { teamMemberTable } from './team/team.projection';
