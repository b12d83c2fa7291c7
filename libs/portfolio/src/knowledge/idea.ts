import {
  assertPast,
  Conflict,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  NotFound,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { z } from 'zod';
import { aboutAccount } from './about-account';
import { changed } from './changed';

/** What became of an idea; the last two end it. */
export const ideaOutcomes = ['open', 'interested', 'trial', 'accepted', 'declined'] as const;
const outcome = z.enum(ideaOutcomes);
export type IdeaOutcome = z.infer<typeof outcome>;

const facts = z.object({
  title: z.string(),
  description: z.string(),
  pitchedOn: z.iso.date(),
  /** Of ours. */
  pitchedBy: z.string(),
  /** Contacts at the customer who heard it. */
  contactIds: z.array(z.string()),
  /** What it may bring in a year, in whole units of the enterprise's currency; null where nobody has said. */
  value: z.number().nullable(),
});
export type IdeaFacts = z.infer<typeof facts>;

const accountId = z.string();

export const ideaEvents = eventTypes({
  'portfolio.IdeaPitched': { schema: facts.extend({ accountId }) },
  'portfolio.IdeaChanged': {
    /** Only what changed. */
    schema: z.object({ accountId, from: facts.partial(), to: facts.partial(), reason: z.string() }),
  },
  /** The customer's answer, or that it is open again. */
  'portfolio.IdeaAnswered': {
    schema: z.object({ accountId, from: outcome, to: outcome, on: z.iso.date(), note: z.string() }),
  },
});
export type IdeaEvent = EventsOf<typeof ideaEvents>;

export type Idea =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'pitched'; readonly accountId: string; readonly facts: IdeaFacts; readonly outcome: IdeaOutcome };

export const idea = decider<Idea, IdeaEvent>({
  stream: 'portfolio.idea',
  initial: { kind: 'unknown' },
  events: ideaEvents,
  evolve,
});

function evolve(state: Idea, event: Recorded<IdeaEvent>): Idea {
  if (event.type === 'portfolio.IdeaPitched') {
    const { accountId, ...facts } = event.data;
    return { kind: 'pitched', accountId, facts, outcome: 'open' };
  }
  if (state.kind === 'unknown') return state;
  if (event.type === 'portfolio.IdeaChanged') return { ...state, facts: { ...state.facts, ...event.data.to } };
  return { ...state, outcome: event.data.to };
}

export interface OfIdea {
  readonly accountId: string;
  readonly ideaId: string;
}

export interface PitchIdea extends IdeaFacts {
  readonly accountId: string;
}

export function pitchIdea(state: Idea, data: PitchIdea, context: RequestContext): IdeaEvent[] {
  if (state.kind === 'pitched') throw new Conflict('idea.pitched', 'This idea has been recorded already.');
  assertPast('idea.in-future', 'pitchedOn', data.pitchedOn, context);
  return [{ type: 'portfolio.IdeaPitched', data, effectiveOn: data.pitchedOn }];
}

export interface ChangeIdea extends OfIdea {
  readonly changes: Partial<IdeaFacts>;
  readonly reason: string;
}

export function changeIdea(state: Idea, body: ChangeIdea, context: RequestContext): IdeaEvent[] {
  const present = pitched(state, body);
  const difference = changed(present.facts, body.changes);
  if (!difference) return [];
  if (difference.to.pitchedOn) assertPast('idea.in-future', 'pitchedOn', difference.to.pitchedOn, context);
  return [{ type: 'portfolio.IdeaChanged', data: { accountId: body.accountId, ...difference, reason: body.reason } }];
}

export interface AnswerIdea extends OfIdea {
  readonly outcome: IdeaOutcome;
  readonly on: string;
  readonly note: string;
}

/** The customer's answer is dated; a refusal is worth its reason, for it is what the next idea is built on. */
export function answerIdea(state: Idea, body: AnswerIdea, context: RequestContext): IdeaEvent[] {
  const { accountId, outcome: to, on, note } = body;
  const present = pitched(state, body);
  if (present.outcome === to) return [];
  assertPast('idea.in-future', 'on', on, context);
  if (on < present.facts.pitchedOn) {
    throw new Refused(
      'idea.answered-before',
      `on: the idea was pitched later than that, on ${present.facts.pitchedOn}.`,
    );
  }
  if (to === 'declined' && !note) {
    throw new Refused('idea.note-missing', 'note: say why the customer declined.');
  }
  return [
    { type: 'portfolio.IdeaAnswered', data: { accountId, from: present.outcome, to, on, note }, effectiveOn: on },
  ];
}

function pitched(state: Idea, { accountId, ideaId }: OfIdea) {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('idea', ideaId);
  return state;
}

const of = aboutAccount('idea');

export const ideaDescriptions: Descriptions<IdeaEvent> = {
  'portfolio.IdeaPitched': (event) => {
    const { accountId: _, ...after } = event.data;
    return { ...of(event), detail: event.data.title, after };
  },
  'portfolio.IdeaChanged': (event) => {
    const { from, to, reason } = event.data;
    return { ...of(event), detail: Object.keys(to).join(', '), before: from, after: to, why: reason };
  },
  'portfolio.IdeaAnswered': (event) => {
    const { from, to, on, note } = event.data;
    return { ...of(event), detail: to, before: { outcome: from }, after: { outcome: to, on }, why: note };
  },
};
