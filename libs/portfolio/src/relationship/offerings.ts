import {
  Conflict,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  NotFound,
  type Recorded,
} from '@mainstay/event-sourcing';
import { z } from 'zod';

const facts = z.object({
  name: z.string(),
  /** Whether we still sell it. */
  offered: z.boolean(),
});
export type OfferingFacts = z.infer<typeof facts>;

export const offeringEvents = eventTypes({
  'portfolio.OfferingAdded': { schema: z.object({ offeringId: z.string(), code: z.string(), name: z.string() }) },
  'portfolio.OfferingChanged': {
    /** Only what changed. */
    schema: z.object({ offeringId: z.string(), from: facts.partial(), to: facts.partial(), reason: z.string() }),
  },
});
export type OfferingEvent = EventsOf<typeof offeringEvents>;

interface Offering extends OfferingFacts {
  readonly code: string;
}
/** What the enterprise sells, by id: one list a tenant. */
export type Offerings = Readonly<Record<string, Offering>>;

export const offerings = decider<Offerings, OfferingEvent>({
  stream: 'portfolio.offerings',
  initial: {},
  events: offeringEvents,
  evolve,
});

function evolve(state: Offerings, event: Recorded<OfferingEvent>): Offerings {
  if (event.type === 'portfolio.OfferingAdded') {
    const { offeringId, code, name } = event.data;
    return { ...state, [offeringId]: { code, name, offered: true } };
  }
  const { offeringId, to } = event.data;
  return { ...state, [offeringId]: { ...state[offeringId]!, ...to } };
}

export interface AddOffering {
  readonly offeringId: string;
  readonly code: string;
  readonly name: string;
}

export function addOffering(state: Offerings, data: AddOffering): OfferingEvent[] {
  const known = Object.values(state).find(({ code }) => code === data.code);
  if (!known) return [{ type: 'portfolio.OfferingAdded', data }];
  if (known.name === data.name) return [];
  throw new Conflict(
    'offering.code-taken',
    `code: another offering, ${known.name}, already has the code ${data.code}.`,
  );
}

export interface ChangeOffering {
  readonly offeringId: string;
  readonly changes: Partial<OfferingFacts>;
  readonly reason: string;
}

export function changeOffering(state: Offerings, { offeringId, changes, reason }: ChangeOffering): OfferingEvent[] {
  const known = Object.hasOwn(state, offeringId) ? state[offeringId] : undefined;
  if (!known) throw new NotFound('offering', offeringId);
  const changed = (Object.keys(changes) as (keyof OfferingFacts)[]).filter((name) => changes[name] !== known[name]);
  if (changed.length === 0) return [];
  const only = (of: Partial<OfferingFacts>) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  return [{ type: 'portfolio.OfferingChanged', data: { offeringId, from: only(known), to: only(changes), reason } }];
}

export const offeringDescriptions: Descriptions<OfferingEvent> = {
  'portfolio.OfferingAdded': ({ tenant, data: { offeringId, ...after } }) => ({
    kind: 'offering',
    subject: { type: 'enterprise', id: tenant },
    detail: offeringId,
    after,
  }),
  'portfolio.OfferingChanged': ({ tenant, data: { offeringId, from, to, reason } }) => ({
    kind: 'offering',
    subject: { type: 'enterprise', id: tenant },
    detail: offeringId,
    before: from,
    after: to,
    why: reason,
  }),
};
