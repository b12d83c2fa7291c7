import {
  Conflict,
  decider,
  type DomainEvent,
  eventTypes,
  type EventsOf,
  NotFound,
  Refused,
  type RequestContext,
  roles,
} from '@mainstay/event-sourcing';
import { sealed } from '@mainstay/personal-data';
import { z } from 'zod';

/** What the product knows of a person. Name and e-mail address are sealed before they get here. */
const facts = z.object({
  name: sealed,
  email: sealed,
  role: z.enum(roles),
  /** To whom the person reports; absent where nobody is recorded. */
  lineManagerId: z.string().optional(),
  /** The division that the person works in; absent for one who works across them. */
  divisionId: z.string().optional(),
});
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
        return { kind: 'known', ...factsOf(event.data) };
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

export function add(state: Member, body: Add, { actor }: Pick<RequestContext, 'actor'>): MemberEvent[] {
  if (state.kind === 'erased') throw erased();
  checkLine(body.personId, undefined, body.lineManagerId, actor);
  if (state.kind === 'unknown') return [{ type: 'people.MemberAdded', data: body }];
  if (same(state, body)) return [];
  throw new Conflict('member.exists', 'personId: this person is known already; change the entry instead.');
}

export interface Change extends Partial<Pick<MemberFacts, 'name' | 'email' | 'role'>> {
  readonly personId: string;
  /** Null: nobody from now on. */
  readonly lineManagerId?: string | null;
  /** Null: no division from now on. */
  readonly divisionId?: string | null;
  readonly reason: string;
}

export function change(
  state: Member,
  { personId, reason, lineManagerId, divisionId, ...changes }: Change,
  { actor }: Pick<RequestContext, 'actor'>,
): MemberEvent[] {
  if (state.kind === 'unknown') throw new NotFound('person', personId);
  if (state.kind === 'erased') throw erased();
  const from = factsOf(state);
  const to = factsOf({
    ...from,
    ...changes,
    lineManagerId: lineManagerId === undefined ? from.lineManagerId : (lineManagerId ?? undefined),
    divisionId: divisionId === undefined ? from.divisionId : (divisionId ?? undefined),
  });
  checkLine(personId, from.lineManagerId, to.lineManagerId, actor);
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
  one.name.enc === other.name.enc &&
  one.email.enc === other.email.enc &&
  one.role === other.role &&
  one.lineManagerId === other.lineManagerId &&
  one.divisionId === other.divisionId;

const factsOf = ({ name, email, role, lineManagerId, divisionId }: MemberFacts): MemberFacts => ({
  name,
  email,
  role,
  ...(lineManagerId !== undefined && { lineManagerId }),
  ...(divisionId !== undefined && { divisionId }),
});

/** A line manager reads how the person's time goes: nobody gives this sight to himself or herself. */
function checkLine(personId: string, from: string | undefined, to: string | undefined, actor: string): void {
  if (to === undefined || to === from) return;
  if (to === personId)
    throw new Refused('member.own-line-manager', 'lineManagerId: nobody reports to himself or herself.');
  if (to === actor) {
    throw new Refused(
      'member.line-manager-self',
      'lineManagerId: somebody else must make you the line manager of a person, because you would see the person’s time use.',
    );
  }
}

const erased = () =>
  new Refused('member.erased', 'This person was erased and cannot come back under the same identity.');
