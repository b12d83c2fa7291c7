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

/** How strong a competitor stands at the customer, from not at all to alone. */
export const competitorPositions = ['none', 'trying', 'second', 'main', 'sole'] as const;
export type CompetitorPosition = (typeof competitorPositions)[number];

const facts = z.object({
  position: z.enum(competitorPositions),
  /** Part of what the customer buys in our field, in per cent; null where nobody knows. */
  share: z.number().nullable(),
  strengths: z.string(),
  weaknesses: z.string(),
  /** What we do about it. */
  answer: z.string(),
  /** Day that this is the state of. */
  asOf: z.iso.date(),
});
export type CompetitorFacts = z.infer<typeof facts>;

const accountId = z.string();

export const competitorEvents = eventTypes({
  'portfolio.CompetitorPlaced': { schema: facts.extend({ accountId, name: z.string() }) },
  'portfolio.CompetitorReassessed': {
    /** Only what changed. */
    schema: z.object({ accountId, from: facts.partial(), to: facts.partial(), reason: z.string() }),
  },
});
export type CompetitorEvent = EventsOf<typeof competitorEvents>;

export type Competitor =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'placed'; readonly accountId: string; readonly name: string; readonly facts: CompetitorFacts };

/** One competitor at one customer. */
export const competitor = decider<Competitor, CompetitorEvent>({
  stream: 'portfolio.competitor',
  initial: { kind: 'unknown' },
  events: competitorEvents,
  evolve,
});

function evolve(state: Competitor, event: Recorded<CompetitorEvent>): Competitor {
  if (event.type === 'portfolio.CompetitorPlaced') {
    const { accountId, name, ...facts } = event.data;
    return { kind: 'placed', accountId, name, facts };
  }
  if (state.kind === 'unknown') return state;
  return { ...state, facts: { ...state.facts, ...event.data.to } };
}

export interface PlaceCompetitor extends CompetitorFacts {
  readonly accountId: string;
  readonly name: string;
}

export function placeCompetitor(state: Competitor, data: PlaceCompetitor, context: RequestContext): CompetitorEvent[] {
  if (state.kind === 'placed') {
    const { accountId: _account, name: _name, ...said } = data;
    if (!changed(state.facts, said)) return [];
    throw new Conflict('competitor.placed', `name: ${state.name} is described here already; change that entry.`);
  }
  assertPast('competitor.in-future', 'asOf', data.asOf, context);
  return [{ type: 'portfolio.CompetitorPlaced', data, effectiveOn: data.asOf }];
}

export interface ReassessCompetitor {
  readonly accountId: string;
  readonly competitorId: string;
  readonly changes: Partial<CompetitorFacts>;
  readonly reason: string;
}

export function reassessCompetitor(
  state: Competitor,
  { accountId, competitorId, changes, reason }: ReassessCompetitor,
  context: RequestContext,
): CompetitorEvent[] {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('competitor', competitorId);
  const difference = changed(state.facts, changes);
  if (!difference) return [];
  const asOf = changes.asOf ?? state.facts.asOf;
  assertPast('competitor.in-future', 'asOf', asOf, context);
  if (asOf < state.facts.asOf) {
    throw new Refused('competitor.out-of-order', `asOf: the entry is of ${state.facts.asOf} already.`);
  }
  return [{ type: 'portfolio.CompetitorReassessed', data: { accountId, ...difference, reason }, effectiveOn: asOf }];
}

const of = aboutAccount('competitor');

export const competitorDescriptions: Descriptions<CompetitorEvent> = {
  'portfolio.CompetitorPlaced': (event) => {
    const { accountId: _, ...after } = event.data;
    return { ...of(event), detail: event.data.name, after };
  },
  'portfolio.CompetitorReassessed': (event) => {
    const { from, to, reason } = event.data;
    return { ...of(event), detail: Object.keys(to).join(', '), before: from, after: to, why: reason };
  },
};
