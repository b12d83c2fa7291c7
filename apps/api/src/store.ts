import type { Configuration } from '@mainstay/configuration';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import type { EventStore } from '@mainstay/event-sourcing';
import { measureStore } from '@mainstay/product';
import type { Registry } from 'prom-client';

/** Where events live: EventStoreDB when its address is given, else PostgreSQL. */
export async function openStore({ database, requests }: Configuration<'api'>, metrics: Registry): Promise<EventStore> {
  const store = new PostgresEventStore({ urls: database.urls, allowBackdating: requests.demoKey !== undefined });
  measureStore(metrics, store);
  return store;
}
