import { memberEvents } from './member/member';
import { memberDescriptions } from './member/member.descriptions';
import { memberRegister } from './member/member.projection';

export const peopleEvents = memberEvents;
export const peopleDescriptions = memberDescriptions;
export const peopleProjections = [memberRegister];
export { PeopleModule } from './people.module';
export { MemberQueries, type Person } from './member/member.queries';
export { memberTable } from './member/member.projection';
