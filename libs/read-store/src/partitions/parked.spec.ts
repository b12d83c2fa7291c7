import type { Projection } from '../projection';
import { ReadStore } from '../read-store';
import { count, opened, records, register, renamed } from '../register.fixture';
import { StoredProgress } from '../stored-progress';
import { parkedLog, resumeParked, skipParked } from './operator';
import { parkedTenants } from './parked';
import type { PartitionProjector } from './partition-projector';
import { eventually, partitionOf, Shared } from './shared.fixture';

/** The register, but for names that it cannot take. */
const careful = (refused: () => string | undefined): Projection => {
  const rename = register.on.get('test.Renamed')!;
  return {
    ...register,
    on: new Map(register.on).set('test.Renamed', (event, rows) => {
      if ((event.data as { name: string }).name === refused()) throw new Error('This name is too much.');
      rename(event, rows);
    }),
  };
};

describe('a tenant with an event that cannot be applied', () => {
  let shared: Shared;
  let refused: string | undefined;
  let a: PartitionProjector;
  beforeEach(async () => {
    refused = 'poison';
    shared = await Shared.open(2, [careful(() => refused), count]);
    a = await shared.taking(0, 1);
  });
  afterEach(() => shared.close());

  const tenants = ['t0', 't1', 't2', 't3'];
  const deliver = async () => {
    await shared.relay();
    for (const partition of [0, 1]) await a.apply(partition, shared.batch(partition));
  };
  const poison = async () => {
    for (const tenant of tenants) await shared.append(tenant, 'r', opened('first'));
    const position = await shared.append('t2', 'r', renamed('second'), renamed('poison'), renamed('fourth'));
    for (const tenant of tenants) await shared.append(tenant, 'r', renamed('last'));
    await deliver();
    const [parked] = await parkedTenants(shared.client);
    return { position, parked: parked! };
  };
  const names = async () =>
    Object.fromEntries(
      (await shared.ask<{ tenant: string; name: string }>('select tenant, name from read.record')).map(
        ({ tenant, name }) => [tenant, name],
      ),
    );
  const rejoined = () => eventually(async () => expect(await parkedTenants(shared.client)).toEqual([]));

  it('is parked alone, right before the event, in all projections; the others go on', async () => {
    const { parked } = await poison();
    expect(parked).toMatchObject({ tenant: 't2', stream: 'test-t2_r', projections: ['test.register'], resume: false });
    expect(parked.error).toContain('This name is too much.');
    expect(await names()).toEqual({ t0: 'last', t1: 'last', t2: 'second', t3: 'last' });
    const counted = await shared.ask("select kind, n from read.total where tenant = 't2' order by kind");
    expect(counted).toEqual([
      { kind: 'test.Opened', n: 1 },
      { kind: 'test.Renamed', n: 1 },
    ]);
    expect(shared.parked).toEqual(['t2']);
    await eventually(() => expect(a.parked().map(({ tenant }) => tenant)).toEqual(['t2']));
    const log = await parkedLog(shared.client);
    expect(log).toMatchObject([{ tenant: 't2', action: 'parked', eventId: parked.eventId, actor: 'projector' }]);
  });

  it('goes on from there, in order, when an operator resumes it after the cause is gone', async () => {
    await poison();
    refused = undefined;
    await resumeParked(shared.client, { tenant: 't2', reason: 'Names may be longer now', by: 'olga' });
    await rejoined();
    expect(await names()).toEqual({ t0: 'last', t1: 'last', t2: 'last', t3: 'last' });
    await shared.append('t2', 'r', renamed('after'));
    await deliver();
    expect((await names()).t2).toBe('after');
    await shared.expectAsRebuilt();
    const log = await parkedLog(shared.client);
    expect(log.map(({ action, actor, reason }) => [action, actor, reason]).slice(0, 2)).toEqual([
      ['rejoined', 'projector', 'All of its events have been applied.'],
      ['resume', 'olga', 'Names may be longer now'],
    ]);
  });

  it('is parked again when the cause is not gone', async () => {
    const { parked } = await poison();
    await resumeParked(shared.client, { tenant: 't2', reason: 'Try', by: 'olga' });
    await eventually(async () => expect(await parkedLog(shared.client)).toHaveLength(3));
    expect(await parkedTenants(shared.client)).toMatchObject([
      { tenant: 't2', eventId: parked.eventId, applied: parked.applied, resume: false },
    ]);
    expect((await names()).t2).toBe('second');
  });

  it('passes over just that event, in just the projection that cannot take it, and in every rebuild', async () => {
    const { parked } = await poison();
    await skipParked(shared.client, { tenant: 't2', eventId: parked.eventId, reason: 'Entered twice', by: 'olga' });
    await rejoined();
    expect((await names()).t2).toBe('last');
    const rows = await shared.ask<{ names: string[] }>("select names from read.record where tenant = 't2'");
    expect(rows[0]!.names).toEqual(['first', 'second', 'fourth', 'last']);
    const counted = await shared.ask("select n from read.total where tenant = 't2' and kind = 'test.Renamed'");
    expect(counted).toEqual([{ n: 4 }]);
    await shared.expectAsRebuilt();
  });

  it('is not resumed without a reason, nor when it is not parked, nor past another event', async () => {
    await poison();
    const decision = { tenant: 't2', reason: 'Because', by: 'olga' };
    await expect(resumeParked(shared.client, { ...decision, reason: ' ' })).rejects.toThrow('Say why');
    await expect(resumeParked(shared.client, { ...decision, tenant: 't1' })).rejects.toThrow('no parked tenant');
    await expect(skipParked(shared.client, { ...decision, eventId: 'another' })).rejects.toThrow(
      'is parked at the event',
    );
    expect((await parkedTenants(shared.client))[0]!.resume).toBe(false);
    expect(await parkedLog(shared.client)).toHaveLength(1);
  });

  it('keeps what was decided: no service may change or delete it', async () => {
    await poison();
    await shared.client.query('set role mainstay_projector');
    for (const sql of ['update projection.parked_log set reason = $$x$$', 'delete from projection.parked_log']) {
      await expect(shared.client.query(sql)).rejects.toThrow('permission denied');
    }
    await shared.client.query('set role mainstay_api');
    await expect(shared.client.query('select error from projection.parked')).rejects.toThrow('permission denied');
    await shared.client.query('reset role');
  });

  it('is left where it is by a build, and taken along once it is resumed', async () => {
    await poison();
    const before = await shared.everything();
    const renewed = { ...count, version: 2 };
    await a.close();
    Object.assign(a, { close: () => Promise.resolve() });
    a = await shared.projector({ projections: [careful(() => refused), renewed] });
    await eventually(async () => {
      const states = await shared.ask("select version from projection.state where name = 'test.count'");
      expect(states).toEqual([{ version: 2 }]);
    });
    expect(await shared.everything()).toEqual(before);
    for (const partition of [0, 1]) await a.take(partition);
    refused = undefined;
    await resumeParked(shared.client, { tenant: 't2', reason: 'Mended', by: 'olga' });
    await rejoined();
    await shared.expectAsRebuilt();
  });

  it('has an answer as far as it is parked, and a clear one beyond; the others wait for their own partition', async () => {
    const { position, parked } = await poison();
    const { store, client, database } = shared;
    const progress = new StoredProgress(client, partitionOf);
    const readStore = await ReadStore.open({ url: database.urls.api, tables: [records], progress, store });
    try {
      const name = (tenant: string, after?: string) =>
        readStore.read(
          { tenant, now: new Date(), after },
          async (manager) => (await manager.find(records.entity))[0]!.name,
        );
      expect(await name('t2')).toBe('second');
      expect(await name('t2', parked.applied)).toBe('second');
      await expect(name('t2', position)).rejects.toMatchObject({ code: 'read-model.parked', status: 503 });
      expect(await name('t0', position)).toBe('last');
    } finally {
      await readStore.close();
    }
  });
});

describe('an event type that no context declares', () => {
  it('parks its tenant in every projection, and nobody else', async () => {
    const shared = await Shared.open();
    const a = await shared.taking(0, 1);
    await shared.append('t0', 'r', opened('first'));
    await shared.append('t2', 'r', { type: 'test.Unheard', data: {} });
    await shared.append('t0', 'r', renamed('second'));
    await shared.relay();
    await a.apply(0, shared.batch(0));
    expect(await parkedTenants(shared.client)).toMatchObject([
      { tenant: 't2', projections: ['test.register', 'test.count'] },
    ]);
    expect(await shared.ask('select name from read.record')).toEqual([{ name: 'second' }]);
    await shared.close();
  });
});
