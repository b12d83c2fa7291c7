import {
  type Decider,
  type DomainEvent,
  type Recorded,
  type RequestContext,
  START,
  streamOf,
} from '@mainstay/event-sourcing';

/** A request by a KAM unit head on a fixed day, for domain tests. */
export const request = (over: Partial<RequestContext> = {}): RequestContext => ({
  tenant: 'northwind',
  actor: 'hanna',
  roles: ['kam-unit-head'],
  correlation: 'test',
  now: new Date('2026-03-02T09:00:00Z'),
  ...over,
});

/** The state after these events. */
export const given = <State, Event extends DomainEvent>(decider: Decider<State, Event>, ...events: Event[]): State =>
  events.reduce(
    (state, event, index) =>
      decider.evolve(state, {
        ...event,
        id: '00000000-0000-4000-8000-000000000000',
        tenant: 'northwind',
        stream: streamOf(decider.stream, 'northwind', 'one'),
        version: index + 1,
        metadata: { schemaVersion: 1, actor: 'hanna', correlation: 'test' },
        recorded: new Date('2026-03-01T09:00:00Z'),
        position: START,
      } as unknown as Recorded<Event>),
    decider.initial,
  );

export const refusal = (code: string) => expect.objectContaining({ code }) as Error;
