import { readStoreSchema } from '@mainstay/read-store';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import { parked } from './parked';

describe('the operator of a parked tenant', () => {
  let database: TestDatabase;
  let owner: Client;
  let said: string[];
  const before = process.env.DATABASE_URL_PROJECTOR;
  beforeAll(async () => {
    database = await testDatabase();
    owner = new Client({ connectionString: database.urls.superuser });
    await owner.connect();
    await owner.query(readStoreSchema());
    await owner.query(`insert into projection.feed (position) values ('0.0')`);
    process.env.DATABASE_URL_PROJECTOR = database.urls.projector;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL_PROJECTOR;
    else process.env.DATABASE_URL_PROJECTOR = before;
    await owner.end();
    await database.stop();
  });
  beforeEach(() => {
    said = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => jest.restoreAllMocks());

  const run = async (...args: string[]) => {
    await parked(args);
    return said.join('\n');
  };

  it('sees who is parked and why, decides with a reason, and is told how it went', async () => {
    expect(await run('list')).toBe('No tenant is parked.');
    await owner.query(
      `insert into projection.parked (tenant, applied, event_id, event_type, stream, position, projections, error)
       values ('acme', '0.1', 'e-1', 'test.Noted', 'test-acme_1', '0.2', '{test.noted}', 'This note is too much.')`,
    );
    expect(await run('list')).toMatch(/acme {2}parked since .*\n.*e-1 {2}test.Noted.*\n.*test.noted\n.*too much/);

    // In place of a projector, which takes the tenant along once it is to be resumed.
    const taken = (async () => {
      for (let done: number | null = 0; !done;) {
        ({ rowCount: done } = await owner.query('delete from projection.parked where resume'));
      }
    })();
    const outcome = await run('skip', 'acme', '--event', 'e-1', '--reason', 'Entered twice', '--by', 'Olga');
    await taken;
    expect(outcome).toContain('acme is level again.');
    expect(await run('list')).toMatch(/acme {2}skip {2}e-1 {2}by Olga: Entered twice/);
    const { rows } = await owner.query('select generation from projection.feed');
    expect(rows).toEqual([{ generation: 1 }]);
  });
});
