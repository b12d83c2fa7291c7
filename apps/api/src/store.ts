import type { Configuration } from '@mainstay/configuration';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import type { EventStore } from '@mainstay/event-sourcing';
import { measureStore } from '@mainstay/product';
import type { Registry } from 'prom-client';

/** Where events live: EventStoreDB when its address is given (its client is loaded only then), else PostgreSQL. */
export async function openStore(configuration: Configuration<'api'>, metrics: Registry): Promise<EventStore> {
  const { eventStoreDbUrl: url } = configuration.store;
  const allowBackdating = configuration.requests.demoKey !== undefined;
  if (url) {
    const { EventStoreDbEventStore } = await import('@mainstay/event-store-eventstoredb');
    return new EventStoreDbEventStore({ url, allowBackdating });
  }
  const store = new PostgresEventStore({ urls: configuration.database.urls, allowBackdating });
  measureStore(metrics, store);
  return store;
}
