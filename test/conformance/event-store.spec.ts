import { randomUUID } from 'node:crypto';
import { InMemoryEventStore } from '@mainstay/event-sourcing';
import { EventStoreDbEventStore } from '@mainstay/event-store-eventstoredb';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { testDatabase } from '@mainstay/testing';
import { EventStoreDbDouble } from '../../libs/event-store-eventstoredb/src/wire-double';
import { eventStoreConformance } from './event-store.conformance';

// An id in EventStoreDB is a record of its own: ten thousand events are twenty thousand calls, on a busy machine as well.
jest.setTimeout(600_000);

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

eventStoreConformance('the event store on EventStoreDB, as its wire protocol is doubled', async () => {
  const double = await EventStoreDbDouble.start();
  return {
    open: (options) => new EventStoreDbEventStore({ url: double.url, ...options }),
    stop: async () => double.stop(),
  };
});

// `npm run test:eventstoredb`: a namespace of its own, so that a run finds nothing of another on the same server.
const url = process.env.EVENTSTOREDB_URL;
if (url) {
  eventStoreConformance('the event store on an EventStoreDB server', async () => {
    const namespace = `test.${randomUUID().replaceAll('-', '')}`;
    return {
      open: (options) => new EventStoreDbEventStore({ url, namespace, ...options }),
      stop: async () => {},
    };
  });
}
