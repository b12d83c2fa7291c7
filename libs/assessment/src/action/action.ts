import {
  Conflict,
  decider,
  Forbidden,
  hasRole,
  latestDateOnEarth,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { type ActionEvent, actionEvents, type ActionState, type Details, type Source } from './action.events';

export type Action =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'raised';
      readonly details: Details;
      readonly divisionId?: string;
      readonly accountId?: string;
      readonly raisedBy: string;
      readonly state: ActionState;
    };
type Raised = Extract<Action, { kind: 'raised' }>;

/** What is done about a finding: with an owner, a date, and evidence once it is done. */
export const action = decider<Action, ActionEvent>({
  stream: 'assessment.action',
  initial: { kind: 'unknown' },
  events: actionEvents,
  evolve,
});

function evolve(state: Action, event: Recorded<ActionEvent>): Action {
  switch (event.type) {
    case 'assessment.ActionRaised': {
      const { divisionId, accountId, source: _, ...details } = event.data;
      return { kind: 'raised', details, divisionId, accountId, raisedBy: event.metadata.actor, state: 'open' };
    }
    case 'assessment.ActionChanged':
      return { ...(state as Raised), details: event.data.to };
    case 'assessment.ActionStateChanged':
      return { ...(state as Raised), state: event.data.to };
  }
}

export interface RaiseBody extends Details {
  readonly source: Source;
  readonly divisionId?: string;
  readonly accountId?: string;
}

export function raise(state: Action, body: RaiseBody, context: RequestContext): ActionEvent[] {
  if (state.kind === 'raised') throw new Conflict('action.raised', 'This action has been raised already.');
  if (!mayGiveToOthers(context) && body.ownerId !== context.actor) {
    throw new Forbidden(
      'action.not-own',
      'ownerId: you may raise actions of your own; the programme lead, the KAM unit head or an assessor gives them to others.',
    );
  }
  return [{ type: 'assessment.ActionRaised', data: body }];
}

export interface ChangeBody {
  readonly actionId: string;
  readonly title?: string;
  /** Null takes the description away. */
  readonly description?: string | null;
  readonly ownerId?: string;
  readonly dueOn?: string;
  readonly reason?: string;
}

export function change(state: Action, body: ChangeBody, context: RequestContext): ActionEvent[] {
  const { actionId, reason: why, ...changes } = body;
  const present = raised(state, actionId);
  if (!leads(context) && present.raisedBy !== context.actor && present.details.ownerId !== context.actor) {
    throw new Forbidden(
      'action.not-yours',
      'Only the owner of an action, whoever raised it, the programme lead and the KAM unit head may change it.',
    );
  }
  const from = present.details;
  const to = changed(from, changes);
  if (same(from, to)) return [];
  if (isFinished(present.state)) {
    throw new Refused('action.finished', `The action is ${present.state}: take it up again before you change it.`);
  }
  if (to.ownerId !== from.ownerId && to.ownerId !== context.actor && !mayGiveToOthers(context)) {
    throw new Forbidden(
      'action.not-own',
      'ownerId: the programme lead, the KAM unit head or an assessor gives actions to others.',
    );
  }
  const moves = to.ownerId !== from.ownerId ? 'owner' : to.dueOn !== from.dueOn ? 'date' : undefined;
  const reason = why?.trim() || undefined;
  if (moves && !reason) throw new Refused('action.reason-missing', `reason: say why the ${moves} of the action moves.`);
  const { divisionId, accountId } = present;
  return [{ type: 'assessment.ActionChanged', data: { divisionId, accountId, from, to, reason } }];
}

export interface MoveBody {
  readonly actionId: string;
  readonly state: ActionState;
  readonly reason?: string;
  readonly evidence?: string;
  readonly doneOn?: string;
}

/** Open, under way, done; dropping it and every step back say why, and being done says what shows it. */
export function move(state: Action, body: MoveBody, context: RequestContext): ActionEvent[] {
  const present = raised(state, body.actionId);
  if (!leads(context) && present.details.ownerId !== context.actor) {
    throw new Forbidden(
      'action.not-owner',
      'Only the owner of an action, the programme lead and the KAM unit head may move it on.',
    );
  }
  const from = present.state;
  const to = body.state;
  if (from === to) return [];
  if (isFinished(from) && isFinished(to)) {
    throw new Refused('action.finished', `state: the action is ${from}; take it up again before it is ${to}.`);
  }
  const isStepBack = isFinished(from) || (from === 'under-way' && to === 'open');
  const reason = body.reason?.trim() || undefined;
  if (to === 'dropped' && !reason) throw new Refused('action.reason-missing', 'reason: say why the action is dropped.');
  if (isStepBack && !reason) {
    throw new Refused('action.reason-missing', `reason: say why the action is ${wordOf(to)} again.`);
  }
  const evidence = body.evidence?.trim() || undefined;
  if (to === 'done' && !evidence) {
    throw new Refused('action.evidence-missing', 'evidence: say what shows that the action is done.');
  }
  const { doneOn } = body;
  if (to !== 'done' && (evidence || doneOn)) {
    throw new Refused('action.evidence-unfit', 'evidence, doneOn: go only with the state done.');
  }
  if (doneOn !== undefined && doneOn > latestDateOnEarth(context.now)) {
    throw new Refused('action.done-in-future', 'doneOn: an action cannot be done in the future.');
  }
  const { divisionId, accountId } = present;
  return [
    {
      type: 'assessment.ActionStateChanged',
      data: { divisionId, accountId, from, to, reason, evidence, doneOn },
      effectiveOn: doneOn,
    },
  ];
}

function raised(state: Action, actionId: string): Raised {
  if (state.kind === 'unknown') throw new NotFound('action', actionId);
  return state;
}

function changed(from: Details, { title, description, ownerId, dueOn }: Omit<ChangeBody, 'actionId'>): Details {
  return {
    title: title ?? from.title,
    description: description === undefined ? from.description : (description ?? undefined),
    ownerId: ownerId ?? from.ownerId,
    dueOn: dueOn ?? from.dueOn,
  };
}

const same = (one: Details, other: Details) =>
  one.title === other.title &&
  one.description === other.description &&
  one.ownerId === other.ownerId &&
  one.dueOn === other.dueOn;

const leads = (context: RequestContext) => hasRole(context, 'programme-lead', 'kam-unit-head');
const mayGiveToOthers = (context: RequestContext) => leads(context) || hasRole(context, 'assessor');
const isFinished = (state: ActionState) => state === 'done' || state === 'dropped';
const wordOf = (state: ActionState) => state.replace('-', ' ');
