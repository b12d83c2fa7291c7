import {
  bind,
  Command,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  idFrom,
  Refused,
} from '@mainstay/event-sourcing';
import { z } from 'zod';

/** What somebody found out about two accounts that look like one customer. One stream a pair. */

/** Of the pair, the smaller id first. */
const accountIds = z.tuple([z.string(), z.string()]);

export const duplicateRulingEvents = eventTypes({
  /** They are two customers; the pair is not suspected any more. */
  'portfolio.DuplicateRuledOut': { schema: z.object({ accountIds, reason: z.string() }) },
  'portfolio.DuplicateRulingWithdrawn': { schema: z.object({ accountIds, reason: z.string() }) },
});
export type DuplicateRulingEvent = EventsOf<typeof duplicateRulingEvents>;

export interface DuplicateRuling {
  readonly ruledOut: boolean;
}

export const duplicateRuling = decider<DuplicateRuling, DuplicateRulingEvent>({
  stream: 'portfolio.duplicate-ruling',
  initial: { ruledOut: false },
  events: duplicateRulingEvents,
  evolve: (_, event) => ({ ruledOut: event.type === 'portfolio.DuplicateRuledOut' }),
});

export interface RuleBody {
  readonly accountIds: [string, string];
  readonly ruledOut: boolean;
  readonly reason: string;
}
export class RuleOnDuplicate extends Command<RuleBody> {}

export function ruleOnDuplicate(state: DuplicateRuling, body: RuleBody): DuplicateRulingEvent[] {
  const { accountIds, ruledOut, reason } = body;
  if (accountIds[0] === accountIds[1]) throw new Refused('duplicate.same', 'otherId: must be another account.');
  if (state.ruledOut === ruledOut) return [];
  if (!reason) {
    const why = ruledOut ? 'say how it is known that they are two customers.' : 'say why they are suspected again.';
    throw new Refused('duplicate.reason-missing', `reason: ${why}`);
  }
  const type = ruledOut ? 'portfolio.DuplicateRuledOut' : 'portfolio.DuplicateRulingWithdrawn';
  return [{ type, data: { accountIds, reason } }];
}

/** The same pair whichever of the two is named first. */
export function pairOf(tenant: string, one: string, other: string): { id: string; accountIds: [string, string] } {
  const accountIds: [string, string] = one < other ? [one, other] : [other, one];
  return { id: idFrom('duplicate-ruling', tenant, ...accountIds), accountIds };
}

export const duplicateCommands = bind(duplicateRuling, [[RuleOnDuplicate, ruleOnDuplicate]]);

const of = (accounts: [string, string]) => ({
  kind: 'duplicate-ruling',
  subject: { type: 'account', id: accounts[0] },
  accountId: accounts[1],
});

export const duplicateRulingDescriptions: Descriptions<DuplicateRulingEvent> = {
  'portfolio.DuplicateRuledOut': ({ data }) => ({
    ...of(data.accountIds),
    detail: 'ruled-out',
    before: { mayBeOneCustomer: true },
    after: { mayBeOneCustomer: false },
    why: data.reason,
  }),
  'portfolio.DuplicateRulingWithdrawn': ({ data }) => ({
    ...of(data.accountIds),
    detail: 'suspected-again',
    before: { mayBeOneCustomer: false },
    after: { mayBeOneCustomer: true },
    why: data.reason,
  }),
};
