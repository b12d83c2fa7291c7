import { Projector } from '../projector';
import { count, events, opened, register, renamed } from '../register.fixture';
import { tellAwaited } from './awaited';
import { eventually, Shared } from './shared.fixture';

const tenants = ['t0', 't1', 't2', 't3'];

describe('projectors that share the tenants by partitions', () => {
  let shared: Shared;
  beforeEach(async () => void (shared = await Shared.open()));
  afterEach(() => shared.close());

  const record = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      for (const tenant of tenants)
        await shared.append(tenant, `s${n % 7}`, n < 7 ? opened(`n${n}`) : renamed(`n${n}`));
    }
  };
  const places = () =>
    shared.ask<{ partition: number; position: string; next: string }>(
      'select partition, position, next_offset as next from projection.partition order by partition',
    );

  it('apply what their logs bring, and keep rows, position and offset together', async () => {
    const [a, b] = [await shared.taking(0), await shared.taking(1)];
    await record(0, 30);
    await shared.relay();
    await Promise.all([a.apply(0, shared.batch(0)), b.apply(1, shared.batch(1))]);
    expect((await shared.rows('record')).length).toBe(28);
    const position = await shared.store.head();
    expect(await places()).toEqual([
      { partition: 0, position, next: '61' },
      { partition: 1, position, next: '61' },
    ]);
    await shared.expectAsRebuilt();
  });

  it('change nothing when a batch is delivered twice, in parts, and from the beginning again', async () => {
    const a = await shared.taking(0, 1);
    await record(0, 20);
    await shared.relay();
    await a.apply(0, shared.batch(0, 0, 5));
    await a.apply(0, shared.batch(0, 0, 5));
    await a.apply(0, shared.batch(0, 3, 9));
    await a.apply(0, shared.batch(0, 0, 2));
    await a.apply(0, shared.batch(0, 9));
    const before = await shared.everything();
    await a.apply(0, shared.batch(0));
    expect(await shared.everything()).toEqual(before);
    await a.apply(1, shared.batch(1));
    await shared.expectAsRebuilt();
  });

  it('refuse the late batch of an owner whose partition was taken meanwhile', async () => {
    const paused = await shared.taking(0);
    await record(0, 10);
    await shared.relay();
    await paused.apply(0, shared.batch(0, 0, 8));
    const next = await shared.taking(0);
    await next.apply(0, shared.batch(0));
    const before = await shared.everything();
    await record(10, 12);
    await shared.relay();
    expect(await paused.apply(0, shared.batch(0))).toBe(false);
    expect(await shared.everything()).toEqual(before);
    await next.apply(0, shared.batch(0, 8));
    expect(await next.apply(1, shared.batch(1))).toBe(false); // never taken
  });

  it('lose nothing and apply nothing twice while partitions change hands as events flow', async () => {
    const both = [await shared.taking(), await shared.taking()];
    let n = 0;
    for (let round = 0; round < 12; round++) {
      await record(n, (n += 5));
      await shared.relay({ watermark: round % 3 === 0 });
      const holder = both[round % 2]!;
      for (const partition of [0, 1]) {
        const { nextOffset } = await holder.take(partition);
        const from = nextOffset ?? 0;
        const late = both[(round + 1) % 2]!.apply(partition, shared.batch(partition, from, from + 3));
        await Promise.allSettled([late, holder.apply(partition, shared.batch(partition, from, from + 7))]);
      }
    }
    for (const partition of [0, 1]) {
      const { nextOffset } = await both[0]!.take(partition);
      await both[0]!.apply(partition, shared.batch(partition, nextOffset ?? 0));
    }
    expect(await shared.ask('select sum(n)::int as n from read.total')).toEqual([{ n: n * tenants.length }]);
    await shared.expectAsRebuilt();
  });

  it('are built anew beside the tables in use, each partition as far as it has come, while they go on', async () => {
    const a = await shared.taking(0, 1);
    await record(0, 20);
    await shared.relay();
    await a.apply(0, shared.batch(0, 0, 9));
    await a.apply(1, shared.batch(1, 0, 31));
    await shared.expectAsRebuilt(); // uneven as they stand
    await record(20, 60);
    await shared.relay();
    let rebuilding = true;
    const rebuilds = (async () => {
      let done = 0;
      for (; rebuilding; done++) await shared.rebuild();
      return done;
    })();
    for (let from = 9; from < shared.length(0); from += 4) await a.apply(0, shared.batch(0, from, from + 4));
    for (let from = 31; from < shared.length(1); from += 4) await a.apply(1, shared.batch(1, from, from + 4));
    rebuilding = false;
    expect(await rebuilds).toBeGreaterThan(0);
    expect(await shared.ask('select sum(n)::int as n from read.total')).toEqual([{ n: 240 }]);
    await shared.expectAsRebuilt();
  });

  it('go on from where the database stands when it has lost its last transactions in a crash', async () => {
    const a = await shared.taking(0, 1);
    await record(0, 10);
    await shared.relay();
    await a.apply(0, shared.batch(0, 0, 8));
    const kept = [
      'read.record',
      'read.record_history',
      'read.total',
      'read.total_history',
      'projection.partition',
      'projection.clock',
    ];
    for (const [index, table] of kept.entries())
      await shared.ask(`create table kept_${index} as select * from ${table}`);
    await a.apply(0, shared.batch(0, 8, 14));
    for (const [index, table] of kept.entries()) {
      await shared.ask(`delete from ${table}; insert into ${table} select * from kept_${index}`);
    }
    await expect(a.apply(0, shared.batch(0, 14))).rejects.toThrow('lost its last transactions');
    await a.apply(0, shared.batch(0, 14));
    await a.apply(1, shared.batch(1));
    expect(await shared.ask('select sum(n)::int as n from read.total')).toEqual([{ n: 40 }]);
    await shared.expectAsRebuilt();
  });

  it('take from the event store what their log no longer holds', async () => {
    const a = await shared.taking(0, 1);
    await record(0, 10);
    await shared.relay();
    await a.apply(0, shared.batch(0, 0, 6));
    await record(10, 20);
    await shared.relay();
    await a.apply(0, shared.batch(0, 15)); // cut off before offset 15
    await a.apply(1, { from: 0, records: [], next: 4, unreadable: new Error('no event') });
    await a.apply(1, shared.batch(1, 4));
    expect(await shared.ask('select sum(n)::int as n from read.total')).toEqual([{ n: 80 }]);
    await shared.expectAsRebuilt();
  });

  it('come level with the event store where somebody waits and the log brings nothing', async () => {
    await shared.taking(0, 1);
    await record(0, 3);
    await eventually(async () => {
      await tellAwaited(shared.client, [1]);
      expect((await places())[1]!.position).toBe(await shared.store.head());
    });
    expect(await shared.ask('select distinct tenant from read.record order by 1')).toEqual([
      { tenant: 't1' },
      { tenant: 't3' },
    ]);
  });

  it('start where one process that followed the whole feed ended, and that one stands by from then on', async () => {
    const alone = () =>
      new Projector({
        store: shared.store,
        urls: shared.database.urls,
        projections: [register, count],
        events: [events],
        onProblem: (error) => shared.problems.push(error),
      });
    const first = alone();
    first.start();
    await record(0, 10);
    await first.whenCaughtUp();
    await first.stop();
    await record(10, 12);
    await shared.relay();
    const a = await shared.taking(0, 1);
    for (const partition of [0, 1]) await a.apply(partition, shared.batch(partition));
    await shared.expectAsRebuilt();
    await a.close();
    const second = alone();
    second.start();
    await eventually(() =>
      expect(shared.problems.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('share the tenants'),
      ),
    );
    await second.stop();
    Object.assign(a, { close: () => Promise.resolve() });
  });

  it('share the tenants out anew when there are more partitions', async () => {
    const a = await shared.taking(0, 1);
    await record(0, 10);
    await shared.relay();
    await a.apply(0, shared.batch(0));
    await a.apply(1, shared.batch(1, 0, 7));
    await record(10, 14);
    await a.open(3);
    const taken = await eventually(() => a.take(2));
    expect(taken).toEqual({ position: await shared.store.head(), nextOffset: null });
    expect(await shared.ask('select sum(n)::int as n from read.total')).toEqual([{ n: 56 }]);
    expect(await a.apply(0, shared.batch(0))).toBe(false);
  });
});
