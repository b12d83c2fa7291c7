import {
  assertPast,
  Conflict,
  decider,
  Forbidden,
  hasRole,
  NotFound,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { type Place, type TeamEvent, teamEvents } from './team.events';

interface Present extends Place {
  readonly joinedOn: string;
}

/** Who is in the team of an account at present, and until when those who left were. */
export interface Team {
  readonly present: Readonly<Record<string, Present>>;
  readonly leftOn: Readonly<Record<string, string>>;
}

export const team = decider<Team, TeamEvent>({
  stream: 'people.team',
  initial: { present: {}, leftOn: {} },
  events: teamEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'people.TeamMemberJoined': {
        const { accountId: _, personId, ...place } = event.data;
        return { ...state, present: { ...state.present, [personId]: place } };
      }
      case 'people.TeamMemberChanged': {
        const { personId, to } = event.data;
        return { ...state, present: { ...state.present, [personId]: { ...state.present[personId]!, ...to } } };
      }
      case 'people.TeamMemberLeft': {
        const { personId, leftOn } = event.data;
        const { [personId]: _, ...present } = state.present;
        return { present, leftOn: { ...state.leftOn, [personId]: leftOn } };
      }
      default:
        return event satisfies never;
    }
  },
});

interface OfTeam {
  readonly accountId: string;
  /** Who leads the account; null where nobody does. */
  readonly leadId: string | null;
  readonly personId: string;
}

export interface Join extends OfTeam, Place {
  readonly joinedOn: string;
}

export function joinTeam(state: Team, { leadId, ...body }: Join, context: RequestContext): TeamEvent[] {
  assertMayForm(leadId, context);
  const { accountId: _, personId, ...place } = body;
  const already = state.present[personId];
  if (already && changedIn(already, place).length === 0 && already.joinedOn === place.joinedOn) return [];
  if (already) throw new Conflict('team.member-present', 'personId: this person is in the team already.');
  assertPast('team.in-future', 'joinedOn', place.joinedOn, context);
  const left = state.leftOn[personId];
  if (left !== undefined && place.joinedOn < left) {
    throw new Refused('team.joined-before-leaving', `joinedOn: this person was in the team until ${left}.`);
  }
  assertOneLeader(state, personId, place.kind);
  return [{ type: 'people.TeamMemberJoined', data: body, effectiveOn: place.joinedOn }];
}

export interface Change extends OfTeam {
  readonly changes: Partial<Place>;
  readonly reason: string;
}

export function changeMember(state: Team, body: Change, context: RequestContext): TeamEvent[] {
  const { accountId, personId, changes, reason } = body;
  assertMayForm(body.leadId, context);
  const present = presentMember(state, personId);
  const changed = changedIn(present, changes);
  if (changed.length === 0) return [];
  assertOneLeader(state, personId, changes.kind ?? present.kind);
  const only = (from: Partial<Place>) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  const data = { accountId, personId, joinedOn: present.joinedOn, from: only(present), to: only(changes), reason };
  return [{ type: 'people.TeamMemberChanged', data }];
}

export interface Leave extends OfTeam {
  readonly leftOn: string;
  readonly reason: string;
}

export function leaveTeam(state: Team, body: Leave, context: RequestContext): TeamEvent[] {
  const { accountId, leadId, personId, leftOn, reason } = body;
  assertMayForm(leadId, context);
  if (!state.present[personId] && state.leftOn[personId] === leftOn) return [];
  const { joinedOn } = presentMember(state, personId);
  assertPast('team.in-future', 'leftOn', leftOn, context);
  if (leftOn < joinedOn) {
    throw new Refused('team.left-before-joining', `leftOn: this person joined the team on ${joinedOn}.`);
  }
  if (!reason) throw new Refused('team.reason-missing', 'reason: say why the person leaves the team.');
  const data = { accountId, personId, joinedOn, leftOn, reason };
  return [{ type: 'people.TeamMemberLeft', data, effectiveOn: leftOn }];
}

function assertMayForm(leadId: string | null, context: RequestContext): void {
  if (hasRole(context, 'kam-unit-head', 'programme-lead') || leadId === context.actor) return;
  throw new Forbidden(
    'team.not-lead',
    'A key account manager forms only the teams of the accounts that he or she leads.',
  );
}

function assertOneLeader({ present }: Team, personId: string, kind: Place['kind']): void {
  const leader = Object.entries(present).find(([id, place]) => place.kind === 'leader' && id !== personId);
  if (kind === 'leader' && leader) {
    throw new Refused('team.second-leader', 'kind: the team has a leader; change that person first.');
  }
}

function presentMember({ present }: Team, personId: string): Present {
  const member = Object.hasOwn(present, personId) ? present[personId] : undefined;
  if (!member) throw new NotFound('team-member', personId);
  return member;
}

const changedIn = (present: Place, changes: Partial<Place>) =>
  (Object.keys(changes) as (keyof Place)[]).filter(
    (name) => changes[name] !== undefined && changes[name] !== present[name],
  );
