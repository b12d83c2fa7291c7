import {
  assertPast,
  Conflict,
  decider,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import type { Sealed } from '@mainstay/personal-data';
import { type ContactEvent, contactEvents, type ContactFacts, type Relationship } from './contact.events';

interface KnownContact {
  readonly kind: 'known';
  readonly accountId: string;
  readonly facts: ContactFacts;
  /** By person of ours; whoever is known without more said stands only in `knownBy`. */
  readonly relationships: Readonly<Record<string, Relationship>>;
  readonly meetings: readonly string[];
  readonly leftOn: string | null;
}
export type Contact =
  { readonly kind: 'unknown' } | { readonly kind: 'erased'; readonly accountId: string } | KnownContact;

export const contact = decider<Contact, ContactEvent>({
  stream: 'portfolio.contact',
  initial: { kind: 'unknown' },
  events: contactEvents,
  evolve,
});

function evolve(state: Contact, event: Recorded<ContactEvent>): Contact {
  if (event.type === 'portfolio.ContactAdded') {
    const { accountId, ...facts } = event.data;
    return { kind: 'known', accountId, facts, relationships: {}, meetings: [], leftOn: null };
  }
  if (event.type === 'portfolio.ContactMoved' && state.kind !== 'unknown') {
    return { ...state, accountId: event.data.accountId };
  }
  if (state.kind !== 'known') return state;
  switch (event.type) {
    case 'portfolio.ContactChanged':
      return withFacts(state, { ...state.facts, ...event.data.to });
    case 'portfolio.RelationshipSet': {
      const { personId, to } = event.data;
      const others = state.facts.knownBy.filter((id) => id !== personId);
      const knownBy = to ? [...others, personId].sort() : others;
      const relationships = to ? { ...state.relationships, [personId]: to } : state.relationships;
      return withFacts({ ...state, relationships }, { ...state.facts, knownBy });
    }
    case 'portfolio.ContactMet':
      return { ...state, meetings: [...state.meetings, meeting(event.data)] };
    case 'portfolio.ContactLeft':
      return { ...state, leftOn: event.data.to };
    case 'portfolio.ContactErased':
      return { kind: 'erased', accountId: state.accountId };
    case 'portfolio.ContactMoved':
      return state;
    default:
      return event satisfies never;
  }
}

/** A relationship ends with the knowing. */
function withFacts(state: KnownContact, facts: ContactFacts): KnownContact {
  const kept = Object.entries(state.relationships).filter(([personId]) => facts.knownBy.includes(personId));
  return { ...state, facts, relationships: Object.fromEntries(kept) };
}

interface OfContact {
  readonly accountId: string;
  readonly contactId: string;
}

export interface Add extends ContactFacts {
  readonly accountId: string;
}

export function addContact(state: Contact, body: Add): ContactEvent[] {
  if (state.kind !== 'unknown') throw new Conflict('contact.exists', 'This contact was added already.');
  if (!body.purpose) {
    throw new Refused('contact.purpose-missing', 'purpose: say what the personal data is kept for.');
  }
  return [{ type: 'portfolio.ContactAdded', data: body }];
}

export interface Change extends OfContact {
  readonly changes: Partial<ContactFacts>;
  readonly reason: string;
}

export function changeContact(state: Contact, { accountId, contactId, changes, reason }: Change): ContactEvent[] {
  const { facts } = known(state, { accountId, contactId });
  if (changes.purpose === '') {
    throw new Refused('contact.purpose-missing', 'purpose: say what the personal data is kept for.');
  }
  const changed = (Object.keys(changes) as (keyof ContactFacts)[]).filter(
    (name) => JSON.stringify(changes[name] ?? null) !== JSON.stringify(facts[name] ?? null),
  );
  if (changed.length === 0) return [];
  const only = (from: Partial<ContactFacts>) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return [{ type: 'portfolio.ContactChanged', data: { accountId, from: only(facts), to: only(changes), reason } }];
}

/** What holds of somebody who knows the person while nothing more was said. */
export const unsaid: Relationship = { stance: 'unknown', strength: 'knows', ownerId: null, note: null };

export interface SetRelationship extends OfContact {
  /** Who of ours. */
  readonly personId: string;
  /** Null: the two do not know each other any more. */
  readonly relationship: Relationship | null;
  readonly reason: string;
}

export function setRelationship(state: Contact, body: SetRelationship): ContactEvent[] {
  const { facts, relationships } = known(state, body);
  const { accountId, personId, relationship: to, reason } = body;
  const said = Object.hasOwn(relationships, personId) ? relationships[personId]! : null;
  const from = said ?? (facts.knownBy.includes(personId) ? unsaid : null);
  if (from === to || (from && to && same(from, to))) return [];
  if (!reason && (said || !to)) {
    throw new Refused('relationship.reason-missing', 'reason: say why the relationship changes.');
  }
  return [{ type: 'portfolio.RelationshipSet', data: { accountId, personId, from, to, reason } }];
}

const same = (one: Relationship, other: Relationship) =>
  one.stance === other.stance &&
  one.strength === other.strength &&
  one.ownerId === other.ownerId &&
  one.note?.enc === other.note?.enc;

export interface Meet extends OfContact {
  readonly metOn: string;
  /** Sealed with the person's key; empty where nothing was said. */
  readonly note: Sealed | '';
}

export function meetContact(state: Contact, body: Meet, context: RequestContext): ContactEvent[] {
  const { meetings, leftOn } = known(state, body);
  const { accountId, metOn, note } = body;
  assertPast('contact.met-in-future', 'metOn', metOn, context);
  if (leftOn !== null && metOn > leftOn) {
    throw new Refused('contact.met-after-leaving', `metOn: the person left the customer on ${leftOn}.`);
  }
  const data = { accountId, metOn, by: context.actor, note };
  return meetings.includes(meeting(data)) ? [] : [{ type: 'portfolio.ContactMet', data, effectiveOn: metOn }];
}

export interface Leave extends OfContact {
  /** Null takes back a leaving that was recorded by mistake, or says that the person has returned. */
  readonly leftOn: string | null;
  readonly reason: string;
}

export function leaveCustomer(state: Contact, body: Leave, context: RequestContext): ContactEvent[] {
  const { leftOn: from } = known(state, body);
  const { accountId, leftOn: to, reason } = body;
  if (to !== null) assertPast('contact.left-in-future', 'leftOn', to, context);
  if (from === to) return [];
  return [{ type: 'portfolio.ContactLeft', data: { accountId, from, to, reason }, effectiveOn: to ?? undefined }];
}

export interface Erase extends OfContact {
  readonly reason: string;
}

/** The caller destroys the person's key: what was sealed with it cannot be read again at any moment. */
export function eraseContact(state: Contact, { accountId, contactId, reason }: Erase): ContactEvent[] {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('contact', contactId);
  if (state.kind === 'erased') return [];
  if (!reason) throw new Refused('contact.reason-missing', 'reason: say why the person is erased.');
  return [{ type: 'portfolio.ContactErased', data: { accountId, reason } }];
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly mergeId: string;
  readonly reason: string;
}

/** Goes with its account where that is merged, erased contacts too: their history stays with the customer. */
export function moveContact(state: Contact, { from, to, mergeId, reason }: Move): ContactEvent[] {
  if (state.kind === 'unknown' || state.accountId !== from) return [];
  return [{ type: 'portfolio.ContactMoved', data: { accountId: to, from, mergeId, reason } }];
}

/** @throws NotFound also for a contact of another account */
export function known(state: Contact, { accountId, contactId }: OfContact): KnownContact {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('contact', contactId);
  if (state.kind === 'erased') throw new Refused('contact.erased', 'This contact was erased and cannot be changed.');
  return state;
}

const meeting = ({ metOn, by, note }: { metOn: string; by: string; note: string | Sealed }) =>
  JSON.stringify([metOn, by, note]);
