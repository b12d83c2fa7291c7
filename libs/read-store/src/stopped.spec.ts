import { eventTypes, InMemoryEventStore, newId } from '@mainstay/event-sourcing';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import { z } from 'zod';
import { column } from './column';
import { type Projection, projection } from './projection';
import { Projector } from './projector';
import { events, register } from './register.fixture';
import { readStoreSchema } from './schema';
import { readTable } from './table';

const seen = readTable('seen', { key: ['id'], columns: { id: column.text(), name: column.text() } });
const careless = (version: number, on: Projection['on'] extends ReadonlyMap<string, infer Handler> ? Handler : never) =>
  projection({ name: 'test.careless', version, events, tables: { seen }, on: { 'test.Opened': on as never } });

const insertOf = (id: (event: { id: string; data: unknown }) => string) =>
  ((event: { id: string; data: unknown }, rows: { seen: { insert(row: object): void } }) =>
    rows.seen.insert({ id: id(event), name: (event.data as { name: string }).name })) as never;
const good = insertOf(({ id }) => id);

describe('a projection that cannot go on', () => {
  let database: TestDatabase;
  let client: Client;
  let store: InMemoryEventStore;
  let projector: Projector | undefined;
  let problems: Error[];

  beforeEach(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(readStoreSchema());
    await owner.end();
    client = new Client({ connectionString: database.urls.superuser });
    await client.connect();
    store = new InMemoryEventStore();
    problems = [];
  });
  afterEach(async () => {
    await projector?.stop();
    await client.end();
    await database.stop();
  });

  const start = async (
    projections: readonly Projection[],
    declared: Parameters<typeof eventTypes>[0] = events,
    batchSize?: number,
  ) => {
    await projector?.stop();
    projector = new Projector({
      store,
      urls: database.urls,
      projections,
      events: [declared],
      onProblem: (error) => problems.push(error),
      batchSize,
    });
    projector.start();
    await projector.whenCaughtUp();
    return projector;
  };
  const append = (name: string, type = 'test.Opened', schemaVersion = 1) =>
    store.append({
      tenant: 'acme',
      stream: `test-acme_${name}`,
      expectedVersion: 'any',
      events: [
        { id: newId(), type, data: { name, spend: 1 }, metadata: { schemaVersion, actor: 'p', correlation: 'c' } },
      ],
    });
  const names = async (table: string) =>
    (await client.query<{ name: string }>(`select name from read.${table} order by name`)).rows.map(({ name }) => name);
  const states = () => projector!.status().map(({ name, state, error }) => [name, state, error]);

  it('stops alone, says at which event and why, and goes on from there once it is mended', async () => {
    const failing = (event: { data: unknown }, rows: never) => {
      if ((event.data as { name: string }).name === 'b') throw new Error('b is too much');
      (good as (event: unknown, rows: never) => void)(event, rows);
    };
    await start([careless(1, failing as never), register]);
    for (const name of ['a', 'b', 'c']) {
      await append(name);
      await projector!.whenCaughtUp();
    }
    expect(await names('record')).toEqual(['a', 'b', 'c']);
    expect(await names('seen')).toEqual(['a']);
    const reason = expect.stringMatching(
      /^Projection test.careless stopped at event \S+ \(test.Opened, test-acme_b version 1\): b is too much$/,
    );
    expect(states()).toEqual([
      ['test.careless', 'stopped', reason],
      ['test.register', 'live', undefined],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([reason]);
    expect(projector!.caughtUp()).toBe(true);

    await start([careless(1, good), register]);
    expect(await names('seen')).toEqual(['a', 'b', 'c']);
    expect(states()).toEqual([
      ['test.careless', 'live', undefined],
      ['test.register', 'live', undefined],
    ]);
  });

  it('leaves nothing of a batch behind that the database refused in part', async () => {
    await start([
      careless(
        1,
        insertOf(() => 'same'),
      ),
      register,
    ]);
    await append('a');
    await projector!.whenCaughtUp();
    await append('b');
    await projector!.whenCaughtUp();
    expect(await names('record')).toEqual(['a', 'b']);
    expect(await names('seen')).toEqual(['a']);
    expect(states()[0]![2]).toMatch(/stopped writing seen: duplicate key/);
  });

  it('is not built where two rows of different batches have one key, and the others are', async () => {
    for (const name of ['a', 'b']) await append(name);
    const same = insertOf(() => 'same');
    await start([careless(1, same), register], events, 1);
    expect(await names('record')).toEqual(['a', 'b']);
    expect(states()[0]![2]).toMatch(/stopped writing seen: could not create unique index .*Key .*same.* is duplicated/);
    expect(states()[1]).toEqual(['test.register', 'live', undefined]);
  });

  it('keeps its tables of the release before readable when those of a new version cannot be built', async () => {
    await append('a');
    await start([careless(1, good), register]);
    await append('b');
    const failing = () => {
      throw new Error('not yet');
    };
    await start([careless(2, failing as never), register]);
    await append('c');
    await projector!.whenCaughtUp();
    expect(await names('seen')).toEqual(['a']);
    expect(await names('record')).toEqual(['a', 'b', 'c']);
    await start([
      careless(
        3,
        insertOf(({ data }) => (data as { name: string }).name),
      ),
      register,
    ]);
    expect(await names('seen')).toEqual(['a', 'b', 'c']);
  });

  it('never skips an event type that no context declares', async () => {
    await start([careless(1, good), register]);
    await append('a', 'test.Unheard');
    await projector!.whenCaughtUp();
    expect(states().map(([, state]) => state)).toEqual(['stopped', 'stopped']);
    expect(problems[0]!.message).toContain('no context declares the type');
  });

  it('skips event types of other contexts, and stops at a newer schema version of its own', async () => {
    const others = eventTypes({ ...events, 'other.Noted': { schema: z.object({}) } });
    await start([careless(1, good)], others);
    await append('a', 'other.Noted', 7);
    await projector!.whenCaughtUp();
    expect(states()).toEqual([['test.careless', 'live', undefined]]);
    await append('b', 'test.Opened', 2);
    await projector!.whenCaughtUp();
    expect(states()[0]![2]).toContain('this release knows version 1 only');
  });

  it('does not disturb the live tables when a rebuild of it fails', async () => {
    let broken = false;
    const moody = (event: never, rows: never) => {
      if (broken) throw new Error('moody');
      (good as (event: never, rows: never) => void)(event, rows);
    };
    await start([careless(1, moody as never)]);
    await append('a');
    await projector!.whenCaughtUp();
    broken = true;
    await expect(projector!.rebuild('test.careless')).rejects.toThrow('moody');
    broken = false;
    await append('b');
    await projector!.whenCaughtUp();
    expect(await names('seen')).toEqual(['a', 'b']);
    expect(states()).toEqual([['test.careless', 'live', undefined]]);
  });

  it('is picked up by another process when the first one ends, and not before', async () => {
    await start([register]);
    const standby = new Projector({ store, urls: database.urls, projections: [register], events: [events] });
    standby.start();
    await append('a');
    await projector!.whenCaughtUp();
    expect(standby.caughtUp()).toBe(false);
    await projector!.stop();
    await append('b');
    await standby.whenCaughtUp();
    expect(await names('record')).toEqual(['a', 'b']);
    await standby.stop();
  });

  it('goes on after the database cut its connection', async () => {
    await start([register]);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'mainstay projector' and datname = current_database()`,
    );
    await append('a');
    await projector!.progress.waitFor(await store.head());
    expect(await names('record')).toEqual(['a']);
  });
});
