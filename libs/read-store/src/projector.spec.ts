import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { closed, count, opened, records, register, renamed, totals } from './register.fixture';

describe('read models', () => {
  let db: ReadModelHarness;
  beforeAll(async () => {
    db = await readModelHarness({ projections: [register, count] });
  });
  afterAll(() => db.close());

  const awkward = 'Öl "AG" {1,2}\t\\N\r\nend\\';

  it('show what was recorded, now and as at each moment before', async () => {
    const before = await db.append('test', '1', [opened(awkward), renamed('b')]);
    const after = await db.append('test', '1', [renamed('c'), closed('2026-02-03')]);
    const names = (asAt?: Date) =>
      db.read(async (manager) => (await manager.find(records.entity)).map(({ name }) => name), { asAt });
    expect(await names()).toEqual(['c']);
    expect(await names(before.recorded)).toEqual(['b']);
    expect(await names(after.recorded)).toEqual(['c']);
    expect(await names(new Date(0))).toEqual([]);
    const row = await db.read((manager) => manager.findOneByOrFail(records.entity, { recordId: 'test-acme_1' }));
    expect(row).toEqual({
      tenant: 'acme',
      recorded: after.recorded,
      recordId: 'test-acme_1',
      name: 'c',
      spend: 1.5,
      closedOn: '2026-02-03',
      openedAt: before.recorded,
      names: [awkward, 'b', 'c'],
      detail: { renamed: 2, note: awkward },
      open: false,
    });
  });

  it('hold a history without gaps or empty intervals, also for events recorded out of order', async () => {
    const { recorded } = await db.append('test', '2', [opened('first')]);
    await db.append('test', '2', [renamed('earlier by the clock')], {
      recordedAt: new Date(recorded.getTime() - 5_000),
    });
    await db.append('test', '2', [renamed('last')]);
    await db.whenCaughtUp();
    const { now, history } = await db.dump(records);
    const states = [...history, ...now].filter((row) => row.record_id === 'test-acme_2');
    expect(states.map((row) => row.name)).toEqual(['earlier by the clock', 'last']);
    expect(states[0]!.superseded).toEqual(states[1]!.recorded);
    for (const { recorded, superseded } of history) expect(String(recorded) < String(superseded)).toBe(true);
  });

  it('count every event of every type', async () => {
    await db.append('test', '3', [opened('x')], { tenant: 'globex' });
    const rows = await db.read((manager) => manager.find(totals.entity, { order: { kind: 'ASC' } }), {
      tenant: 'globex',
    });
    expect(rows).toMatchObject([{ kind: 'test.Opened', n: 1 }]);
  });

  it('are the same when built anew, history included', () => db.rebuildGivesSameRows());

  it('are the same when built anew while recording goes on, and read all the while', async () => {
    const recording = (async () => {
      for (let i = 0; i < 300; i++) {
        await db.append('test', `r${i % 20}`, [i < 20 ? opened(`n${i}`) : renamed(`n${i}`)]);
        await db.read((manager) => manager.find(records.entity, { take: 1 }));
      }
    })();
    const rebuilt = [];
    for (let i = 0; i < 3; i++) rebuilt.push(await db.projector.rebuild(register.name));
    await recording;
    expect(rebuilt.map(({ events }) => events > 0)).toEqual([true, true, true]);
    expect(await db.read((manager) => manager.countBy(records.entity, { open: true }))).toBe(21);
    await db.rebuildGivesSameRows();
  });

  it('cannot be rebuilt under a name that is not known', async () => {
    const known = 'There are: test.count, test.register.';
    await expect(db.projector.rebuild('nope')).rejects.toThrow(`There is no projection nope. ${known}`);
  });

  it('are not rebuilt twice at the same time', async () => {
    const both = await Promise.allSettled([db.projector.rebuild(count.name), db.projector.rebuild(count.name)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
