import { InMemoryEventStore } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { testDatabase } from '@mainstay/testing';
import { eventStoreConformance } from './event-store.conformance';

eventStoreConformance('the event store in memory', async () => {
  let shared: InMemoryEventStore | undefined;
  return {
    open: (options) => (options ? new InMemoryEventStore(undefined, options) : (shared ??= new InMemoryEventStore())),
    stop: async () => {},
  };
});

eventStoreConformance('the event store on Postgres', async () => {
  const database = await testDatabase();
  return {
    open: (options) => new PostgresEventStore({ urls: database.urls, ...options }),
    stop: () => database.stop(),
  };
});
