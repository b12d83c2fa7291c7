import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { connected } from '../store.fixture';
import { migrateEventStore } from './migrate';

describe('the migration of the event store', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.stop());

  it('may run again, also twice at once', async () => {
    const clients = await Promise.all([connected(database.urls.migrate), connected(database.urls.migrate)]);
    await Promise.all(clients.map((client) => migrateEventStore(client)));
    const { rows } = await clients[0]!.query('select version from es.migrations');
    expect(rows).toEqual([{ version: 1 }]);
    await Promise.all(clients.map((client) => client.end()));
  });

  it('leaves a schema newer than this release alone, and says so', async () => {
    const client = await connected(database.urls.migrate);
    await client.query('insert into es.migrations (version) values (99)');
    await expect(migrateEventStore(client)).rejects.toThrow('The event store is at schema version 99');
    await client.end();
  });
});
