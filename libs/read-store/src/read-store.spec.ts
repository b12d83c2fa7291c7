import { once } from 'node:events';
import { Malformed, Unavailable } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { Client } from 'pg';
import { opened, records, register, renamed } from './register.fixture';

describe('reading', () => {
  let db: ReadModelHarness;
  beforeAll(async () => {
    db = await readModelHarness({ projections: [register] });
  });
  afterAll(() => db.close());

  const names = (overrides: Parameters<ReadModelHarness['context']>[0]) =>
    db.read(
      async (manager) => (await manager.find(records.entity, { order: { name: 'ASC' } })).map(({ name }) => name),
      overrides,
    );

  it('shows a tenant its own rows only, now and as at a moment, under the same ids', async () => {
    const first = await db.append('test', '1', [opened('of acme')]);
    await db.append('test', '1', [opened('of globex')], { tenant: 'globex', recordedAt: first.recorded });
    await db.append('test', '1', [renamed('of globex, renamed')], { tenant: 'globex' });
    const { recorded: asAt } = first;
    expect(await names({ tenant: 'acme' })).toEqual(['of acme']);
    expect(await names({ tenant: 'globex' })).toEqual(['of globex, renamed']);
    expect(await names({ tenant: 'acme', asAt })).toEqual(['of acme']);
    expect(await names({ tenant: 'globex', asAt })).toEqual(['of globex']);
    expect(await names({ tenant: 'nobody' })).toEqual([]);
    expect(await names({ tenant: '' })).toEqual([]);
    expect(await names({ tenant: "acme', true), set_config('app.tenant', 'globex" })).toEqual([]);
  });

  it('sees no rows where no tenant was set, in tables, histories and views', async () => {
    const client = await apiClient();
    for (const place of ['read.record', 'read.record_history']) {
      expect((await client.query(`select * from ${place}`)).rows).toEqual([]);
    }
    await client.query("set app.as_at = '2030-01-01'");
    expect((await client.query('select * from as_at.record')).rows).toEqual([]);
    await client.end();
  });

  it('can change nothing, and no role of a service can delete a row', async () => {
    await expect(db.read((manager) => manager.query('update record set spend = 0'))).rejects.toThrow('read-only');
    const api = await apiClient();
    for (const sql of [
      'update read.record set spend = 0',
      'delete from read.record',
      'insert into read.record default values',
    ]) {
      await expect(api.query(sql)).rejects.toThrow('permission denied');
    }
    await api.end();
    const projector = new Client({ connectionString: db.urls.projector });
    await projector.connect();
    for (const sql of [
      'delete from read.record',
      'delete from read.record_history',
      'update read.record_history set spend = 0',
    ]) {
      await expect(projector.query(sql)).rejects.toThrow('permission denied');
    }
    await projector.end();
  });

  it('refuses a moment in the future, and takes the last second for now', async () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const before = (ms: number) => new Date(now.getTime() - ms);
    const places = (asAt: Date) =>
      db.read(
        async (manager) => ((await manager.query('show search_path')) as { search_path: string }[])[0]!.search_path,
        { now, asAt },
      );
    await expect(places(before(-1))).rejects.toThrow(Malformed);
    await expect(places(new Date(Number.NaN))).rejects.toThrow(Malformed);
    expect(await places(before(0))).toBe('read');
    expect(await places(before(999))).toBe('read');
    expect(await places(before(1_000))).toBe('as_at');
  });

  it('leaves nothing of one request to the next on the same connection', async () => {
    const { recorded } = await db.append('test', '9', [opened('ninth')]);
    await names({ tenant: 'globex', asAt: recorded });
    await expect(db.read((manager) => manager.query('select 1/0'))).rejects.toThrow('division by zero');
    const settings = await db.read((manager) =>
      manager.query(
        "select nullif(current_setting('app.as_at', true), '') as at, current_setting('search_path') as path",
      ),
    );
    expect(settings).toEqual([{ at: null, path: 'read' }]);
  });

  it('waits for what the person has just recorded', async () => {
    const { position } = await db.append('test', '5', [opened('fifth')]);
    const context = db.context({ after: position });
    const found = await db.readStore.read(context, (manager) =>
      manager.findOneBy(records.entity, { recordId: 'test-acme_5' }),
    );
    expect(found?.name).toBe('fifth');
  });

  it('says when a read model has not been built', async () => {
    await expect(db.read((manager) => manager.query('select * from nowhere'))).rejects.toThrow(Unavailable);
  });

  it('asks for another try when the database cut the connection', async () => {
    const cut = db.read((manager) => manager.query('select pg_terminate_backend(pg_backend_pid())'));
    await expect(cut).rejects.toThrow(Unavailable);
    expect(await names({ tenant: 'nobody' })).toEqual([]);
  });

  it('asks for another try when the connection was cut between two queries', async () => {
    const cut = db.read(async (manager) => {
      const client = (await manager.queryRunner!.connect()) as Client;
      const lost = once(client, 'error');
      client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
      await lost;
      await manager.query('select 1');
    });
    await expect(cut).rejects.toThrow(Unavailable);
  });

  async function apiClient(): Promise<Client> {
    const client = new Client({ connectionString: db.urls.api });
    await client.connect();
    return client;
  }
});
