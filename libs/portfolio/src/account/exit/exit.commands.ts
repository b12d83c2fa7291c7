import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { businessDate, person, prose } from '../../fields';
import { account } from '../account';
import { assignExitPoint, settleExitPoint } from './exit.decisions';
import { exitStates } from './exit.events';

interface OfPoint {
  readonly accountId: string;
  readonly exit: number;
  readonly point: string;
}

export const settleExitPointBody = z.strictObject({ state: z.enum(exitStates), note: prose.default('') });
export type SettleExitPointBody = z.infer<typeof settleExitPointBody> & OfPoint;
export class SettleExitPoint extends Command<SettleExitPointBody> {}

export const assignExitPointBody = z.strictObject({
  ownerId: person.nullable(),
  dueOn: businessDate,
  reason: prose.default(''),
});
export type AssignExitPointBody = z.infer<typeof assignExitPointBody> & OfPoint;
export class AssignExitPoint extends Command<AssignExitPointBody> {}

export const exitCommands = bind(account, [
  [SettleExitPoint, settleExitPoint],
  [AssignExitPoint, assignExitPoint],
]);
