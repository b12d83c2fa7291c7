import type { RequestContext } from './context';
import type { DomainEvent, Recorded } from './event';
import type { EventTypes } from './event-types';

/** An aggregate as plain data: where its streams live, what it is before the first event, how each event changes it. */
export interface Decider<State, Event extends DomainEvent> {
  /** `{context}.{aggregate}`; the stream of one instance is `{context}.{aggregate}-{tenant}_{id}`. */
  readonly stream: string;
  readonly initial: State;
  /** Schema version of each event type, and how to read older ones. */
  readonly events: EventTypes<Event>;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}

/** One pure function per command: the events it gives; none when nothing changes; throws a `Rejection` to refuse. */
export type Decide<State, Body, Event extends DomainEvent> = (
  state: State,
  body: Body,
  context: RequestContext,
) => Event[];

export const decider = <State, Event extends DomainEvent>(definition: Decider<State, Event>) => definition;

export const streamOf = (aggregate: string, tenant: string, id: string) => `${aggregate}-${tenant}_${id}`;

/** The id part of a stream name written by `streamOf`. */
export const idOfStream = (tenant: string, stream: string) =>
  stream.slice(stream.indexOf(`-${tenant}_`) + tenant.length + 2);
