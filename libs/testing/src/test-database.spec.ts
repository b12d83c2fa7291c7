import { Client } from 'pg';
import { type TestDatabase, testDatabase } from './test-database';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.stop());

  it.each(['migrate', 'api', 'projector'] as const)(
    'lets %s sign in as itself, without superuser rights',
    async (role) => {
      const client = new Client({ connectionString: database.urls[role] });
      await client.connect();
      const { rows } = await client.query(
        'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
      );
      await client.end();
      expect(rows).toEqual([{ rolname: `mainstay_${role}`, rolsuper: false, rolbypassrls: false }]);
    },
  );

  it('belongs to one test alone', async () => {
    const other = await testDatabase();
    expect(new URL(other.urls.api).pathname).not.toBe(new URL(database.urls.api).pathname);
    await other.stop();
  });
});
