import type { z, ZodType } from 'zod';
import type { DomainEvent, RecordedEvent } from './event';

interface EventType<Data> {
  /** Shape of the payload at the present version; the published JSON Schema comes from it. */
  readonly schema: ZodType<Data>;
  /** Present schema version; 1 unless it changed. */
  readonly version?: number;
  /** From version n (the key) to n + 1. Events are upcast when read, never rewritten. */
  readonly upcasts?: Readonly<Record<number, (data: never) => unknown>>;
}

export type EventTypes<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventType<Extract<Event, { type: Type }>['data']>;
};

type Definitions = Readonly<Record<string, EventType<unknown>>>;

/** The union of domain events that a table of event types describes. */
export type EventsOf<Types extends Definitions> = {
  [Type in keyof Types & string]: DomainEvent<Type, z.infer<Types[Type]['schema']>>;
}[keyof Types & string];

/** Declares the event types of an aggregate; the keys are the literal type strings. */
export const eventTypes = <const Types extends Definitions>(types: Types): Types => types;

export class UnknownEvent extends Error {
  constructor(event: RecordedEvent, reason: string) {
    super(
      `Event ${event.id} in ${event.stream} at version ${event.version} cannot be read: type ${event.type}, schema version ${event.metadata.schemaVersion}: ${reason}.`,
    );
    this.name = 'UnknownEvent';
  }
}

/** Brings a recorded event to the present schema version. Throws `UnknownEvent` for a type or version not declared. */
export function upcast(types: Definitions, event: RecordedEvent): RecordedEvent {
  const type = types[event.type];
  if (!type) throw new UnknownEvent(event, 'the type is not declared');
  const present = type.version ?? 1;
  if (event.metadata.schemaVersion === present) return event;
  if (event.metadata.schemaVersion > present)
    throw new UnknownEvent(event, `this release knows version ${present} only`);
  let data: unknown = event.data;
  for (let version = event.metadata.schemaVersion; version < present; version++) {
    const step = type.upcasts?.[version];
    if (!step) throw new UnknownEvent(event, `no way from version ${version} to ${version + 1} is declared`);
    data = step(data as never);
  }
  return { ...event, data, metadata: { ...event.metadata, schemaVersion: present } };
}
