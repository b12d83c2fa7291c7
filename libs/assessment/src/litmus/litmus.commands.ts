import { bind, Command } from '@mainstay/event-sourcing';
import { litmus, take, type TakeBody } from './litmus';

export class TakeLitmusTest extends Command<TakeBody> {}

export const litmusCommands = bind(litmus, [[TakeLitmusTest, take]]);
