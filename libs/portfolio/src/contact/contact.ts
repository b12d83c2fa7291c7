import { Conflict, decider, NotFound, type Recorded, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { type ContactEvent, contactEvents, type ContactFacts } from './contact.events';

interface KnownContact {
  readonly kind: 'known';
  readonly accountId: string;
  readonly facts: ContactFacts;
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
    return { kind: 'known', accountId, facts, meetings: [], leftOn: null };
  }
  if (state.kind !== 'known') return state;
  switch (event.type) {
    case 'portfolio.ContactChanged':
      return { ...state, facts: { ...state.facts, ...event.data.to } };
    case 'portfolio.ContactMet':
      return { ...state, meetings: [...state.meetings, meeting(event.data)] };
    case 'portfolio.ContactLeft':
      return { ...state, leftOn: event.data.to };
    case 'portfolio.ContactErased':
      return { kind: 'erased', accountId: state.accountId };
    default:
      return event satisfies never;
  }
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
    (name) => JSON.stringify(changes[name]) !== JSON.stringify(facts[name]),
  );
  if (changed.length === 0) return [];
  const only = (from: Partial<ContactFacts>) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  return [{ type: 'portfolio.ContactChanged', data: { accountId, from: only(facts), to: only(changes), reason } }];
}

export interface Meet extends OfContact {
  readonly metOn: string;
  readonly note: string;
}

export function meetContact(state: Contact, body: Meet, context: RequestContext): ContactEvent[] {
  const { meetings, leftOn } = known(state, body);
  const { accountId, metOn, note } = body;
  if (metOn > today(context)) throw new Refused('contact.met-in-future', 'metOn: must not be in the future.');
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
  if (to !== null && to > today(context)) {
    throw new Refused('contact.left-in-future', 'leftOn: must not be in the future.');
  }
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

/** @throws NotFound also for a contact of another account */
export function known(state: Contact, { accountId, contactId }: OfContact): KnownContact {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('contact', contactId);
  if (state.kind === 'erased') throw new Refused('contact.erased', 'This contact was erased and cannot be changed.');
  return state;
}

const meeting = ({ metOn, by, note }: { metOn: string; by: string; note: string }) => JSON.stringify([metOn, by, note]);

/** Days begin in the east: a meeting of today there is not in the future here. */
const today = ({ now }: RequestContext) => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
