import { type RecordedEvent, UnknownEvent, upcast } from '@mainstay/event-sourcing';
import type { EventTypeTable } from './projection';

/** All event types that some context declares. */
export class EventReader {
  private readonly types: EventTypeTable;

  constructor(tables: readonly EventTypeTable[]) {
    this.types = Object.assign({}, ...tables) as EventTypeTable;
  }

  /** @throws UnknownEvent for a type that no context declares */
  assertDeclared(event: RecordedEvent): void {
    if (!Object.hasOwn(this.types, event.type)) throw new UnknownEvent(event, 'no context declares the type');
  }

  /**
   * The event at its present schema version.
   * @throws UnknownEvent
   */
  read(event: RecordedEvent): RecordedEvent {
    return upcast(this.types, event);
  }
}
