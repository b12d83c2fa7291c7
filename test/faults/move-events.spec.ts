import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@mainstay/event-sourcing';
import { EventStoreDbEventStore } from '@mainstay/event-store-eventstoredb';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { PersonalDataVault } from '@mainstay/personal-data';
import { events, migrateDatabase, projections } from '@mainstay/product';
import { Projector } from '@mainstay/read-store';
import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { Pool } from 'pg';
import { EventStoreDbDouble } from '../../libs/event-store-eventstoredb/src/wire-double';
import { type ProductUnderTest, root, startProduct } from '../support/product';
import { dumpOf, dumpReadModels } from './read-models';

jest.setTimeout(900_000);

type Dump = Record<string, string[]>;

describe('events that are moved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-moved-'));
  const file = (name: string) => join(folder, `${name}.ndjson`);
  const personalDataKey = Buffer.alloc(32, 5).toString('base64');
  const databases: TestDatabase[] = [];
  let product: ProductUnderTest;
  let double: EventStoreDbDouble;
  let readModels: Dump;
  let first: TestDatabase;

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    double = await EventStoreDbDouble.start();
    readModels = comparable(await dumpReadModels(product.dataFolder));
  });
  afterAll(async () => {
    await product.dispose();
    double.stop();
    await Promise.all(databases.map((database) => database.stop()));
  });

  it('leave the data folder as the same file, whether the product runs or not', async () => {
    const env = { MAINSTAY_DATA: product.dataFolder };
    await moved(['export', file('running'), '--keys', '--files'], env);
    await product.stop();
    await moved(['export', file('stopped'), '--keys', '--files'], env);
    expect(contentOf('stopped')).toEqual(contentOf('running'));
    expect(contentOf('running').length).toBeGreaterThan(1_000);
  });

  it('give the same read models in a PostgreSQL of services, and names that can be read there', async () => {
    first = await emptyDatabase();
    const key = ['--source-key', join(product.dataFolder, 'keys', 'secrets.json')];
    await moved(['import', file('running'), ...key], environmentOf(first));
    const store = new PostgresEventStore({ urls: first.urls });
    expect(await projected(store, first)).toEqual(readModels);
    await store.close();
    const texts = await opened(first);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts).not.toContain(null);
  });

  it('are refused by a store that is not empty', async () => {
    const again = moved(['import', file('running')], environmentOf(first));
    await expect(again).rejects.toThrow('The target is not empty');
  });

  it('of one tenant give the same read models in EventStoreDB, and again in PostgreSQL', async () => {
    const theirs = ofTenant('brackwater', readModels);
    const second = await emptyDatabase();
    const there = { ...environmentOf(second), EVENTSTOREDB_URL: double.url };
    await moved(['export', file('one'), '--keys', '--files', '--tenant', 'brackwater'], environmentOf(first));
    await moved(['import', file('one')], there);
    const store = new EventStoreDbEventStore({ url: double.url });
    expect(await projected(store, second)).toEqual(theirs);
    await store.close();

    const third = await emptyDatabase();
    await moved(['export', file('two'), '--keys', '--files'], there);
    const lines = (name: string) => eventsByTenant(name).get('brackwater');
    expect(lines('two')).toEqual(lines('running'));
    await moved(['import', file('two')], environmentOf(third));
    const last = new PostgresEventStore({ urls: third.urls });
    expect(await projected(last, third)).toEqual(theirs);
    await last.close();
  });

  const environmentOf = ({ urls }: TestDatabase) => ({
    DATABASE_URL_API: urls.api,
    DATABASE_URL_PROJECTOR: urls.projector,
    MAINSTAY_PERSONAL_DATA_KEY: personalDataKey,
  });

  async function emptyDatabase(): Promise<TestDatabase> {
    const database = await testDatabase();
    databases.push(database);
    await migrateDatabase(database.urls.migrate);
    return database;
  }

  async function projected(store: EventStore, { urls }: TestDatabase): Promise<Dump> {
    const problems: Error[] = [];
    const projector = new Projector({ store, urls, projections, events, onProblem: (error) => problems.push(error) });
    projector.start();
    await projector.whenCaughtUp(300_000);
    await projector.stop();
    expect(problems).toEqual([]);
    return comparable(await dumpOf(urls.projector));
  }

  /** Every sealed value of the events whose key is still there, opened with the keys that came along. */
  async function opened({ urls }: TestDatabase): Promise<(string | null)[]> {
    const pool = new Pool({ connectionString: urls.api });
    const vault = new PersonalDataVault({ pool, masterKey: Buffer.from(personalDataKey, 'base64') });
    const texts: (string | null)[] = [];
    for (const [tenant, lines] of eventsByTenant('running')) {
      const subjects = new Map((await vault.wrappedKeys(tenant)).map(({ id, subject }) => [id, subject]));
      const sealed = lines.flatMap((line) =>
        [...line.matchAll(/"enc":"(1\.([\w-]+)\.[^"]*)"/g)].flatMap(([, enc, key]) => {
          const subject = subjects.get(key!);
          return subject ? [{ subject, text: { enc: enc! } }] : [];
        }),
      );
      texts.push(...(await vault.open(tenant, sealed, ['text'])).map(({ text }) => text));
    }
    await pool.end();
    return texts;
  }

  const contentOf = (name: string) => readFileSync(file(name), 'utf8').split('\n').slice(1, -2);

  function eventsByTenant(name: string): Map<string, string[]> {
    const byTenant = new Map<string, string[]>();
    for (const line of contentOf(name).filter((line) => line.startsWith('{"event"'))) {
      const { event } = JSON.parse(line) as { event: { tenant: string } };
      byTenant.set(event.tenant, [...(byTenant.get(event.tenant) ?? []), line]);
    }
    return byTenant;
  }
});

/** Places in the feed are new in another store. */
function comparable(dump: Dump): Dump {
  const rows = (table: string[]) => table.map((row) => row.replace(/[0-9a-f]{16}\.[0-9a-f]{16}/g, 'a place')).sort();
  return Object.fromEntries(Object.entries(dump).map(([name, table]) => [name, rows(table)]));
}

/** The tenant is the first column of every table. */
const ofTenant = (tenant: string, dump: Dump): Dump =>
  Object.fromEntries(
    Object.entries(dump).map(([name, rows]) => [name, rows.filter((row) => row.startsWith(`(${tenant},`))]),
  );

/** Runs `npm run events` as an operator does; rejects with what it says. */
async function moved(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, ['infra/local/events.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (text) => (said += String(text)));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(said);
}
