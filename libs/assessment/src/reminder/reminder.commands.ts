import { bind, Command } from '@mainstay/event-sourcing';
import { dismiss, type DismissBody, remind, type RemindBody, reminder } from './reminder';

export class RemindAssessor extends Command<RemindBody> {}
export class DismissReminder extends Command<DismissBody> {}

export const reminderCommands = bind(reminder, [
  [RemindAssessor, remind],
  [DismissReminder, dismiss],
]);
