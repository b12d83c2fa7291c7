import { bind, Command } from '@mainstay/event-sourcing';
import {
  type Add,
  addContact,
  type Change,
  changeContact,
  contact,
  type Erase,
  eraseContact,
  type Leave,
  leaveCustomer,
  type Meet,
  meetContact,
  type Move,
  setRelationship,
  type SetRelationship,
} from './contact';

export class AddContact extends Command<Add> {}
export class ChangeContact extends Command<Change> {}
export class MeetContact extends Command<Meet> {}
export class LeaveCustomer extends Command<Leave> {}
export class SetRelationshipTo extends Command<SetRelationship> {}
/** Part of a merge of accounts, which carries it out. */
export class MoveContact extends Command<Move> {}
export class EraseContact extends Command<Erase> {}

export const contactCommands = bind(contact, [
  [AddContact, addContact],
  [ChangeContact, changeContact],
  [MeetContact, meetContact],
  [LeaveCustomer, leaveCustomer],
  [SetRelationshipTo, setRelationship],
  [EraseContact, eraseContact],
]);
