import { parkedTenants, resumeParked } from '@mainstay/read-store';
import { eventually, type Member, World } from './world.fixture';

jest.setTimeout(180_000);

describe('projectors as a consumer group', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    world.startRelay();
  });
  afterAll(() => world.close());

  const partitionsOf = (...members: Member[]) => members.map(({ group }) => group.status().partitions.length);
  /** The partitions are shared out among exactly these, and taken. */
  const settled = (...members: Member[]) =>
    eventually(() => {
      const held = members.flatMap(({ group }) => group.status().partitions);
      expect([...held].sort()).toEqual(Array.from({ length: world.partitions }, (_, index) => index));
      for (const { projector, group } of members) {
        expect(group.status().partitions.length).toBeGreaterThan(0);
        expect(
          projector
            .status()
            .map(({ partition }) => partition)
            .sort(),
        ).toEqual([...group.status().partitions].sort());
      }
    });

  let a: Member;
  let b: Member;

  it('builds what is new once, then applies what the topic brings', async () => {
    await world.note(20);
    a = world.join();
    await settled(a);
    await world.note(20);
    await world.level();
    await world.expectComplete();
  });

  it('shares the partitions with another process', async () => {
    b = world.join();
    await settled(a, b);
    expect(partitionsOf(a, b)).toEqual([2, 2]);
    await world.note(40);
    await world.level();
    const applied = [a, b].map(({ projector }) => projector.status().reduce((sum, { applied }) => sum + applied, 0));
    expect(applied.every((events) => events > 0)).toBe(true);
    await world.expectComplete();
    expect([a, b].filter(({ projector }) => projector.isCaretaker)).toHaveLength(1);
  });

  it('says what can be read as at now, also while nothing is recorded', async () => {
    for (let time = 0; time < 3; time++) await world.level();
  });

  it('loses nothing and applies nothing twice while members come and go as events flow', async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) await world.note(1);
    })();
    for (let round = 0; round < 3; round++) {
      const c = world.join();
      await settled(a, b, c);
      await c.stop();
      await settled(a, b);
    }
    await b.stop();
    await settled(a);
    writing = false;
    await writer;
    await world.level();
    await world.expectComplete();
    expect(a.group.status().rebalances).toBeGreaterThan(6);
  });

  it('goes on by itself when the broker was killed, and shows what was written meanwhile', async () => {
    await world.broker.kill();
    await world.note(10);
    await world.level(); // from the event store
    await world.broker.restart();
    await world.note(10);
    await settled(a);
    await world.level();
    await world.expectComplete();
    await eventually(() => expect(a.group.status().lag.reduce((sum, { events }) => sum + events, 0)).toBe(0));
  });

  it('goes on by itself when the database cut all its connections', async () => {
    await world.pool
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name in ('mainstay projector', 'mainstay caretaker') and pid <> pg_backend_pid()
         and datname = current_database()`,
      )
      .catch(() => undefined);
    await world.note(10);
    await world.level();
    await world.expectComplete();
  });

  it('takes over from a caretaker that ended', async () => {
    b = world.join();
    await settled(a, b);
    await a.stop();
    await settled(b);
    await eventually(() => expect(b.projector.isCaretaker).toBe(true));
    await world.note(5);
    await world.level();
    await world.expectComplete();
  });

  it('parks the tenant of an event that cannot be applied; the others go on, and it comes along once it is resumed', async () => {
    const [tenant] = world.tenants;
    world.refused = 'poison';
    await world.noteOf(tenant!, 'poison');
    await world.note(5);
    const head = await world.store.head();
    for (const other of world.tenants.slice(1)) await world.progress.waitFor(head, other, 30_000);
    await expect(world.progress.waitFor(head, tenant!, 30_000)).rejects.toMatchObject({ code: 'read-model.parked' });
    const [parked, ...more] = await parkedTenants(world.pool);
    expect([parked!.tenant, more]).toEqual([tenant, []]);

    world.refused = undefined;
    const client = await world.pool.connect();
    await resumeParked(client, { tenant: tenant!, reason: 'The note is fine', by: 'olga' });
    client.release();
    await eventually(async () => expect(await parkedTenants(world.pool)).toEqual([]));
    await world.level();
    await world.expectComplete();
  });
});
