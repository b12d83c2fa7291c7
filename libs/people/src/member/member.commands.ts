import { bind, Command } from '@mainstay/event-sourcing';
import { add, type Add, change, type Change, erase, type Erase, member } from './member';

export class AddMember extends Command<Add> {}
export class ChangeMember extends Command<Change> {}
export class EraseMember extends Command<Erase> {}

export const memberCommands = bind(member, [
  [AddMember, add],
  [ChangeMember, change],
  [EraseMember, erase],
]);
