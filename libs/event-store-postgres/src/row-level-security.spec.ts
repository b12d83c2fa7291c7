import { type TestDatabase, testDatabase } from '@mainstay/testing';
import type { Client } from 'pg';
import { PostgresEventStore } from './postgres-event-store';
import { connected, happened } from './store.fixture';

describe('in the database itself', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let api: Client;
  let projector: Client;
  let owner: Client;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresEventStore({ urls: database.urls });
    await store.append(happened('same', { tenant: 'acme' }));
    await store.append(happened('same', { tenant: 'globex' }));
    api = await connected(database.urls.api);
    projector = await connected(database.urls.projector);
    owner = await connected(database.urls.migrate);
  });

  afterAll(async () => {
    await Promise.all([api.end(), projector.end(), owner.end(), store.close()]);
    await database.stop();
  });

  const count = async (client: Client, table: string) =>
    (await client.query<{ count: number }>(`select count(*)::int as count from es.${table}`)).rows[0]!.count;

  const asTenant = async <Result>(tenant: string, work: () => Promise<Result>): Promise<Result> => {
    await api.query('begin');
    await api.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    try {
      return await work();
    } finally {
      await api.query('rollback');
    }
  };

  it.each(['events', 'streams'])('the api sees no row of %s without a tenant, nor with an empty one', async (table) => {
    expect(await count(api, table)).toBe(0);
    expect(await asTenant('', () => count(api, table))).toBe(0);
  });

  it.each(['events', 'streams'])('the api sees rows of %s of its tenant only', async (table) => {
    const seen = await asTenant('acme', () => api.query(`select distinct tenant from es.${table}`));
    expect(seen.rows).toEqual([{ tenant: 'acme' }]);
  });

  it('the owner of the tables sees no tenant’s rows either', async () => {
    expect(await count(owner, 'events')).toBe(0);
  });

  it('the tenant of a read or an append does not outlast it on the connection', async () => {
    await api.query(`select * from es.read_stream('acme', 'same', 0)`);
    expect(await count(api, 'events')).toBe(0);
  });

  it('a function asked for one tenant’s stream gives no other tenant’s', async () => {
    const { rows } = await api.query(`select tenant from es.read_stream('globex', 'same', 0)`);
    expect(rows).toEqual([{ tenant: 'globex' }]);
  });

  it.each([
    ['change', `update es.events set data = '{}'`],
    ['delete', 'delete from es.events'],
    ['empty', 'truncate es.events'],
    ['delete streams from', 'delete from es.streams'],
    ['rename streams in', `update es.streams set stream = 'other'`],
    ['switch the protection off in', 'alter table es.events disable row level security'],
    ['read the migrations of', 'select * from es.migrations'],
  ])('neither service may %s the history', async (_, sql) => {
    await expect(asTenant('acme', () => api.query(sql))).rejects.toMatchObject({ code: '42501' });
    await expect(projector.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('the api may not insert a row for another tenant', async () => {
    const insert = `insert into es.streams (tenant, stream, version, recorded) values ('globex', 'planted', 1, now())`;
    await expect(asTenant('acme', () => api.query(insert))).rejects.toMatchObject({ code: '42501' });
  });

  it('the projector reads every tenant’s events and appends none', async () => {
    expect(await count(projector, 'events')).toBe(2);
    const append = `select es.append_batch(array['acme'], array['x'], array[0::bigint], array[null::bigint], array[1],
      array[gen_random_uuid()], array['t'], array['{}'], array['{}'])`;
    await expect(projector.query(append)).rejects.toMatchObject({ code: '42501' });
  });

  it('another program’s role gets nothing', async () => {
    const root = await connected(database.urls.superuser);
    await root.query('begin');
    await root.query('create role stranger');
    await root.query('set local role stranger');
    await expect(root.query('select * from es.events')).rejects.toMatchObject({ code: '42501' });
    await root.end();
  });
});
