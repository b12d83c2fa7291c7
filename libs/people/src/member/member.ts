import {
  Conflict,
  decider,
  type DomainEvent,
  eventTypes,
  type EventsOf,
  NotFound,
  Refused,
  roles,
} from '@mainstay/event-sourcing';
import { sealed } from '@mainstay/personal-data';
import { z } from 'zod';

/** What the product knows of a person. Name and e-mail address are sealed before they get here. */
const facts = z.object({ name: sealed, email: sealed, role: z.enum(roles) });
export type MemberFacts = z.infer<typeof facts>;

export const memberEvents = eventTypes({
  'people.MemberAdded': { schema: facts.extend({ personId: z.string() }) },
  'people.MemberChanged': {
    schema: z.object({ personId: z.string(), from: facts, to: facts, reason: z.string() }),
  },
  'people.MemberErased': { schema: z.object({ personId: z.string(), reason: z.string() }) },
});
export type MemberEvent = EventsOf<typeof memberEvents>;

type Member = { readonly kind: 'unknown' } | { readonly kind: 'erased' } | ({ readonly kind: 'known' } & MemberFacts);

export const member = decider<Member, MemberEvent>({
  stream: 'people.member',
  initial: { kind: 'unknown' },
  events: memberEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'people.MemberAdded':
        return { kind: 'known', name: event.data.name, email: event.data.email, role: event.data.role };
      case 'people.MemberChanged':
        return { kind: 'known', ...event.data.to };
      case 'people.MemberErased':
        return { kind: 'erased' };
      default:
        return event satisfies never;
    }
  },
});

export interface Add extends MemberFacts {
  readonly personId: string;
}

export function add(state: Member, body: Add): MemberEvent[] {
  if (state.kind === 'erased') throw erased();
  if (state.kind === 'unknown') return [{ type: 'people.MemberAdded', data: body }];
  if (same(state, body)) return [];
  throw new Conflict('member.exists', 'personId: this person is known already; change the entry instead.');
}

export interface Change extends Partial<MemberFacts> {
  readonly personId: string;
  readonly reason: string;
}

export function change(state: Member, { personId, reason, ...changes }: Change): MemberEvent[] {
  if (state.kind === 'unknown') throw new NotFound('person', personId);
  if (state.kind === 'erased') throw erased();
  const { name, email, role } = state;
  const from = { name, email, role };
  const to = { ...from, ...changes };
  return same(from, to) ? [] : [{ type: 'people.MemberChanged', data: { personId, from, to, reason } }];
}

export interface Erase {
  readonly personId: string;
  readonly reason: string;
}

export function erase(state: Member, body: Erase): DomainEvent<'people.MemberErased', Erase>[] {
  if (state.kind === 'unknown') throw new NotFound('person', body.personId);
  if (state.kind === 'erased') return [];
  return [{ type: 'people.MemberErased', data: body }];
}

/** The same text of the same person seals to the same bytes, so sealed values can be compared. */
const same = (one: MemberFacts, other: MemberFacts) =>
  one.name.enc === other.name.enc && one.email.enc === other.email.enc && one.role === other.role;

const erased = () =>
  new Refused('member.erased', 'This person was erased and cannot come back under the same identity.');
