import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { prose } from '../../fields';
import { account } from '../account';
import { checkResource } from './resource.decisions';

export const checkResourceBody = z.strictObject({
  /** In the unit of the line: hours a month, people, money a year. */
  moved: z.number().min(0, 'must not be below zero').max(1e12),
  note: prose.default(''),
});
export type CheckResourceBody = z.infer<typeof checkResourceBody> & {
  readonly accountId: string;
  readonly decision: number;
  readonly line: number;
};
export class CheckResource extends Command<CheckResourceBody> {}

export const resourceCommands = bind(account, [[CheckResource, checkResource]]);
