import { decider, type Recorded } from '@mainstay/event-sourcing';
import { type CriteriaSet, shippedCriteria } from './criteria';
import { type CriteriaContent, type CriteriaSetEvent, criteriaSetEvents } from './criteria-sets.events';

export interface PublishedCriteria extends CriteriaSet {
  /** Null for the shipped version, which was always in force. */
  readonly effectiveOn: string | null;
}
export interface CriteriaDraft extends CriteriaContent {
  readonly basedOn: number;
}

/** The criteria of an enterprise: every version it published, the shipped one first, and the draft of the next. */
export interface CriteriaSets {
  readonly published: readonly PublishedCriteria[];
  readonly draft: CriteriaDraft | null;
}

export const criteriaSets = decider<CriteriaSets, CriteriaSetEvent>({
  stream: 'portfolio.criteria',
  initial: { published: [{ ...shippedCriteria, effectiveOn: null }], draft: null },
  events: criteriaSetEvents,
  evolve,
});

function evolve(state: CriteriaSets, event: Recorded<CriteriaSetEvent>): CriteriaSets {
  switch (event.type) {
    case 'portfolio.CriteriaDrafted':
      return { ...state, draft: event.data };
    case 'portfolio.CriteriaDraftChanged':
      return { ...state, draft: state.draft && { ...state.draft, ...event.data.to } };
    case 'portfolio.CriteriaDraftDiscarded':
      return { ...state, draft: null };
    case 'portfolio.CriteriaPublished': {
      const { version, name, criteria, effectiveOn } = event.data;
      return { published: [...state.published, { version, name, criteria, effectiveOn }], draft: null };
    }
    default:
      return event satisfies never;
  }
}

/** The version in force on a day: the latest whose day has come; each takes effect no earlier than the one before it. */
export function inForceOn<Set extends Pick<PublishedCriteria, 'effectiveOn'>>(
  published: readonly Set[],
  day: string,
): Set {
  return published.findLast(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day)!;
}
