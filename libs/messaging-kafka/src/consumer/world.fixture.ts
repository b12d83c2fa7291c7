import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventTypes, newId } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import {
  column,
  PartitionProjector,
  projection,
  readStoreSchema,
  readTable,
  rebuildProjection,
  StoredProgress,
} from '@mainstay/read-store';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { z } from 'zod';
import { type RunningKafka, startKafka } from '../../../../infra/local/servers/kafka.mjs';
import { kafkaClient } from '../kafka';
import { partitionOf } from '../partition';
import { Relay } from '../relay/relay';
import { migrateRelay } from '../relay/schema';
import { ProjectorGroup } from './projector-group';

/** Ends what hangs. */
const LONGEST_WAIT_MS = 60_000;

export const events = eventTypes({ 'test.Noted': { schema: z.object({ note: z.string() }) } });

const notes = readTable('note', {
  key: ['noteId'],
  columns: { noteId: column.text(), last: column.text(), n: column.integer() },
});

/** The last note of each stream, and how many there were: a note lost, repeated or out of order shows. */
const noted = (refused: () => string | undefined) =>
  projection({
    name: 'test.noted',
    version: 1,
    events,
    tables: { notes },
    on: {
      'test.Noted': ({ stream, data, version }, rows) =>
        rows.notes.upsert({ noteId: stream }, (row) => {
          if (data.note === refused()) throw new Error('This note is too much.');
          if (version !== (row?.n ?? 0) + 1)
            throw new Error(`Note ${version} of ${stream} comes after ${row?.n ?? 0}.`);
          return { noteId: stream, last: data.note, n: version };
        }),
    },
  });

export interface Member {
  readonly projector: PartitionProjector;
  readonly group: ProjectorGroup;
  stop(): Promise<void>;
}

/** A real broker, a real database, the relay, and as many members of the group as a spec asks for. */
export class World {
  readonly problems: Error[] = [];
  /** A note that cannot be applied. */
  refused: string | undefined;
  private readonly projections = [noted(() => this.refused)];
  readonly topic = `test-${randomUUID()}`;
  readonly tenants = Array.from({ length: 8 }, (_, index) => `tenant-${index}`);
  readonly progress: StoredProgress;
  readonly pool: Pool;
  private readonly members: Member[] = [];
  private relay: Relay | undefined;
  private count = 0;

  private constructor(
    readonly broker: RunningKafka,
    readonly database: TestDatabase,
    readonly store: PostgresEventStore,
    private readonly folder: string,
    readonly partitions: number,
  ) {
    this.pool = new Pool({ connectionString: database.urls.projector, max: 2 });
    this.progress = new StoredProgress(this.pool, partitionOf);
  }

  static async open(partitions = 4): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-projectors-'));
    const [broker, database] = await Promise.all([startKafka({ dataFolder: folder }), testDatabase()]);
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await owner.query(readStoreSchema());
    await owner.end();
    return new World(broker, database, new PostgresEventStore({ urls: database.urls }), folder, partitions);
  }

  startRelay(): void {
    this.relay = new Relay({
      store: this.store,
      kafka: this.client('relay'),
      databaseUrl: this.database.urls.projector,
      holder: 'relay',
      partitions: this.partitions,
      topic: this.topic,
      watermarkMs: 100,
      onProblem: (error) => this.problems.push(error),
    });
    void this.relay.run();
  }

  join(): Member {
    const owner = `p${this.members.length}`;
    const projector = new PartitionProjector({
      store: this.store,
      urls: this.database.urls,
      projections: this.projections,
      events: [events],
      partitionOf,
      owner,
      onProblem: (error) => this.problems.push(error),
    });
    const group = new ProjectorGroup({
      kafka: this.client(owner),
      handler: projector,
      partitions: this.partitions,
      topic: this.topic,
      groupId: this.topic,
      sessionMs: 6_000,
      onProblem: (error) => this.problems.push(error),
    });
    void group.run();
    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= group.stop().then(() => projector.close()));
    const member = { projector, group, stop };
    this.members.push(member);
    return member;
  }

  /** Notes for every tenant. */
  async note(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      await Promise.all(this.tenants.map((tenant) => this.noteOf(tenant, `${round}`)));
    }
  }

  /** In one of a few streams. */
  async noteOf(tenant: string, note: string): Promise<void> {
    const n = this.count++;
    await this.store.append({
      tenant,
      stream: `test-${tenant}_${n % 3}`,
      expectedVersion: 'any',
      events: [
        {
          id: newId(),
          type: 'test.Noted',
          data: { note },
          metadata: { schemaVersion: 1, actor: 'p', correlation: 'c' },
        },
      ],
    });
  }

  /** All that has been recorded can be read, in every tenant. */
  async level(): Promise<void> {
    const head = await this.store.head();
    await Promise.all(this.tenants.map((tenant) => this.progress.waitFor(head, tenant, LONGEST_WAIT_MS)));
  }

  async rows(): Promise<string[]> {
    const { rows } = await this.pool.query<{ row: string }>(
      `select 'now ' || one::text as row from read.note one union all select one::text from read.note_history one order by 1`,
    );
    return rows.map(({ row }) => row);
  }

  /** Every note of every tenant is there once, and rows and history are what a rebuild gives. */
  async expectComplete(): Promise<void> {
    const { rows } = await this.pool.query<{ n: number }>('select coalesce(sum(n), 0)::int as n from read.note');
    expect(rows[0]!.n).toBe(this.count);
    const before = await this.rows();
    const { store, database, partitions, projections } = this;
    const shared = { partitions, partitionOf };
    await rebuildProjection({ store, urls: database.urls, projections, events: [events], shared }, 'test.noted');
    expect(await this.rows()).toEqual(before);
    const parked = await this.pool.query('select from projection.parked');
    expect(parked.rowCount).toBe(0);
  }

  client(clientId: string) {
    return kafkaClient({ brokers: this.broker.brokers, clientId });
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop()));
    await this.relay?.stop();
    await this.pool.end();
    await this.store.close();
    await Promise.all([this.broker.stop(), this.database.stop()]);
    rmSync(this.folder, { recursive: true });
  }
}

/** Tries again until it does not throw. */
export async function eventually<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
