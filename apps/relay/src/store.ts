import type { Configuration } from '@mainstay/configuration';
import type { EventStore, Position } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';

/** Where events live: EventStoreDB when its address is given (its client is loaded only then), else PostgreSQL. */
export async function openStore(configuration: Configuration<'relay'>): Promise<{
  readonly store: EventStore;
  readonly countAfter?: (position: Position, atMost: number) => Promise<number>;
}> {
  const { eventStoreDbUrl: url } = configuration.store;
  if (url) {
    const { EventStoreDbEventStore } = await import('@mainstay/event-store-eventstoredb');
    return { store: new EventStoreDbEventStore({ url }) };
  }
  const store = new PostgresEventStore({ urls: configuration.database.urls });
  return { store, countAfter: (position, atMost) => store.countAfter(position, atMost) };
}
