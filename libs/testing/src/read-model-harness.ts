import assert from 'node:assert/strict';
import {
  type Append,
  CommandRunner,
  type DomainEvent,
  InMemoryEventStore,
  newId,
  type Position,
  type RequestContext,
  streamOf,
} from '@mainstay/event-sourcing';
import {
  type AnyReadTable,
  type EventTypeTable,
  type Projection,
  Projector,
  ReadStore,
  readStoreSchema,
  rebuildProjection,
} from '@mainstay/read-store';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { type TestDatabase, testDatabase } from './test-database';

export interface HarnessOptions {
  readonly projections: readonly Projection[];
  /** Event types that occur beside those the projections name. */
  readonly events?: readonly EventTypeTable[];
}

export interface Given {
  /** 'acme' */
  readonly tenant?: string;
  /** 'person-1' */
  readonly actor?: string;
  /** 1 */
  readonly schemaVersion?: number;
  readonly recordedAt?: Date;
}

/** Projections on a real database, fed from events or commands. Its clock moves a minute with each append. */
export interface ReadModelHarness {
  readonly store: InMemoryEventStore;
  /** Addresses of the database, for each role. */
  readonly urls: TestDatabase['urls'];
  readonly commands: CommandRunner;
  readonly projector: Projector;
  /** For query classes: it waits for nothing by itself; see `whenCaughtUp`. */
  readonly readStore: ReadStore;
  /** Someone of the tenant 'acme', now. */
  context(overrides?: Partial<RequestContext>): RequestContext;
  /** Records events of one aggregate, one after another in its stream. */
  append(
    aggregate: string,
    id: string,
    events: readonly DomainEvent[],
    given?: Given,
  ): Promise<{ version: number; position: Position; recorded: Date }>;
  whenCaughtUp(): Promise<void>;
  /** Everything recorded so far is read. */
  read<Result>(
    queries: (manager: EntityManager) => Promise<Result>,
    overrides?: Partial<RequestContext>,
  ): Promise<Result>;
  /** All rows of a table and all of its history, of every tenant, in the order of their keys. */
  dump(table: AnyReadTable): Promise<{ now: Record<string, unknown>[]; history: Record<string, unknown>[] }>;
  /** Builds every projection anew, in large batches and event by event: the rows and their history must stay the same. */
  rebuildGivesSameRows(): Promise<void>;
  close(): Promise<void>;
}

const START_OF_CLOCK = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;

export async function readModelHarness({ projections, events = [] }: HarnessOptions): Promise<ReadModelHarness> {
  const database = await testDatabase();
  const owner = new Client({ connectionString: database.urls.migrate });
  const superuser = new Client({ connectionString: database.urls.superuser });
  await Promise.all([owner.connect(), superuser.connect()]);
  await owner.query(readStoreSchema());
  await owner.end();

  let now = START_OF_CLOCK;
  const store = new InMemoryEventStore(() => new Date(now), { allowBackdating: true });
  store.onAppended(() => (now += MINUTE));
  const problems: Error[] = [];
  const shared = {
    store,
    projections,
    events: [...events, ...projections.map((projection) => projection.events)],
    urls: database.urls,
  };
  const projector = new Projector({ ...shared, onProblem: (problem) => problems.push(problem) });
  projector.start();
  await projector.whenCaughtUp();
  const tables = projections.flatMap((projection) => Object.values(projection.tables));
  const readStore = await ReadStore.open({ url: database.urls.api, tables, progress: projector.progress, store });

  const context = (overrides: Partial<RequestContext> = {}): RequestContext => ({
    tenant: 'acme',
    actor: 'person-1',
    roles: ['programme-lead'],
    correlation: 'test',
    now: new Date(now),
    ...overrides,
  });
  const whenCaughtUp = async () => {
    await projector.whenCaughtUp();
    if (problems[0]) throw problems[0];
  };
  const dump = async (table: AnyReadTable) => {
    const rows = async (name: string) => {
      const found = await superuser.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from read."${name}" t order by t::text`,
      );
      return found.rows.map(({ row }) => row);
    };
    return { now: await rows(table.name), history: await rows(`${table.name}_history`) };
  };
  const dumpAll = async () =>
    Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await dump(table)] as const)));

  return {
    store,
    urls: database.urls,
    commands: new CommandRunner(store),
    projector,
    readStore,
    context,
    async append(aggregate, id, given, { tenant = 'acme', actor = 'person-1', schemaVersion = 1, recordedAt } = {}) {
      const toAppend: Append['events'] = given.map(({ type, data, effectiveOn }) => ({
        id: newId(),
        type,
        data,
        metadata: { schemaVersion, effectiveOn, actor, correlation: 'test' },
      }));
      const outcome = await store.append({
        tenant,
        stream: streamOf(aggregate, tenant, id),
        expectedVersion: 'any',
        events: toAppend,
        recordedAt,
      });
      assert(outcome.status === 'recorded');
      return outcome;
    },
    whenCaughtUp,
    async read(queries, overrides) {
      await whenCaughtUp();
      return readStore.read(context(overrides), queries);
    },
    dump,
    async rebuildGivesSameRows() {
      await whenCaughtUp();
      const before = await dumpAll();
      for (const batchSize of [5_000, 1]) {
        for (const { name } of projections) await rebuildProjection({ ...shared, batchSize }, name);
        assert.deepStrictEqual(await dumpAll(), before, `A rebuild in batches of ${batchSize} gives other rows.`);
      }
    },
    async close() {
      await projector.stop();
      await readStore.close();
      await superuser.end();
      await database.stop();
    },
  };
}
