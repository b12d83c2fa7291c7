import type { Configuration } from '@mainstay/configuration';
import type { EventStore } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';

/** Where events live: EventStoreDB when its address is given (its client is loaded only then), else PostgreSQL. */
export async function openStore({ store, database }: Configuration<'projector'>): Promise<EventStore> {
  if (!store.eventStoreDbUrl) return new PostgresEventStore({ urls: database.urls });
  const { EventStoreDbEventStore } = await import('@mainstay/event-store-eventstoredb');
  return new EventStoreDbEventStore({ url: store.eventStoreDbUrl });
}
