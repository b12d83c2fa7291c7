import { bind, Command } from '@mainstay/event-sourcing';
import { type Change, changeMember, type Join, joinTeam, type Leave, leaveTeam, team } from './team';

export class JoinTeam extends Command<Join> {}
export class ChangeTeamMember extends Command<Change> {}
export class LeaveTeam extends Command<Leave> {}

export const teamCommands = bind(team, [
  [JoinTeam, joinTeam],
  [ChangeTeamMember, changeMember],
  [LeaveTeam, leaveTeam],
]);
