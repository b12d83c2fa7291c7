import { bind, Command } from '@mainstay/event-sourcing';
import { action, change, type ChangeBody, move, type MoveBody, raise, type RaiseBody } from './action';

export class RaiseAction extends Command<RaiseBody> {}
export class ChangeAction extends Command<ChangeBody> {}
export class MoveAction extends Command<MoveBody> {}

export const actionCommands = bind(action, [
  [RaiseAction, raise],
  [ChangeAction, change],
  [MoveAction, move],
]);
