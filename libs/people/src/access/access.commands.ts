import { bind, Command } from '@mainstay/event-sourcing';
import {
  access,
  type ChangeRoles,
  changeRoles,
  type Invite,
  invite,
  type InviteAgain,
  inviteAgain,
  type Remove,
  remove,
} from './access';

export class InviteMember extends Command<Invite> {}
export class InviteMemberAgain extends Command<InviteAgain> {}
export class ChangeMemberRoles extends Command<ChangeRoles> {}
export class RemoveMember extends Command<Remove> {}

export const accessCommands = bind(access, [
  [InviteMember, invite],
  [InviteMemberAgain, inviteAgain],
  [ChangeMemberRoles, changeRoles],
  [RemoveMember, remove],
]);
