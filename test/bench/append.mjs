// Appends through the store against a bare INSERT and against emmett-postgresql, on the same server, in turns.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { eventToAppend, median, payload, rate, round, withDatabase } from './support.mjs';

const SECONDS = 1;

/** The least a database can do to keep an event: one row, one index, committed by itself. */
export async function bareInserts(superuserUrl, clients) {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query(`create table if not exists bare (
    stream uuid not null, version int not null, type text not null, data jsonb not null, at timestamptz not null default now(),
    primary key (stream, version))`);
  await admin.end();
  const open = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: superuserUrl });
      await client.connect();
      return client;
    }),
  );
  const insert = (worker) =>
    open[worker].query({
      name: 'bare',
      text: 'insert into bare (stream, version, type, data) values ($1, 1, $2, $3)',
      values: [randomUUID(), 'bench.Happened', JSON.stringify(payload())],
    });
  return { insert, close: () => Promise.all(open.map((client) => client.end())) };
}

function appends(store) {
  const own = new Map();
  return async (worker) => {
    const tenant = `tenant-${worker % 8}`;
    // Four of five go to a stream of their own, one to a stream that the worker writes to again and again.
    const again = Math.random() < 0.2;
    const version = again ? (own.get(worker) ?? 0) : 0;
    const stream = again ? `bench.own-${tenant}_${worker}` : `bench.new-${tenant}_${randomUUID()}`;
    await store.append({
      tenant,
      stream,
      expectedVersion: version,
      events: [eventToAppend('bench.Happened', payload())],
    });
    if (again) own.set(worker, version + 1);
  };
}

export async function measureAppend(rounds) {
  return withDatabase(async ({ store }, superuserUrl) => {
    const results = {};
    const emmett = getPostgreSQLEventStore(await databaseFor(superuserUrl, 'emmett'));
    const emmettAppend = () => emmett.appendToStream(`bench-${randomUUID()}`, [{ type: 'Happened', data: payload() }]);
    await emmettAppend();
    for (const concurrency of [32, 128]) {
      const bare = await bareInserts(superuserUrl, Math.min(concurrency, 40));
      const append = appends(store);
      const ratios = { insert: [], emmett: [], appends: [], inserts: [] };
      await rate(concurrency, 0.5, append);
      for (let turn = 0; turn < rounds; turn++) {
        const inserted = await rate(Math.min(concurrency, 40), SECONDS, bare.insert);
        const appended = await rate(concurrency, SECONDS, append);
        ratios.insert.push(appended / inserted);
        ratios.appends.push(appended);
        ratios.inserts.push(inserted);
        if (concurrency === 32) ratios.emmett.push(appended / (await rate(concurrency, SECONDS, emmettAppend)));
      }
      await bare.close();
      results[`append_vs_insert_${concurrency}`] = round(median(ratios.insert));
      results[`append_per_s_${concurrency}`] = round(median(ratios.appends), 0);
      results[`insert_per_s_${concurrency}`] = round(median(ratios.inserts), 0);
      if (concurrency === 32) results.append_vs_emmett_32 = round(median(ratios.emmett));
    }
    await emmett.close();
    results.batch_append_events_per_s = await batches(store);
    return results;
  });
}

/** Four appends under way at a time, 1,000 events each. */
async function batches(store) {
  const size = 1000;
  let turn = 0;
  const appendBatch = () => {
    const events = Array.from({ length: size }, () => eventToAppend('bench.Happened', payload()));
    const stream = `bench.batch-tenant-1_${++turn}`;
    return store.append({ tenant: 'tenant-1', stream, expectedVersion: 0, events });
  };
  await rate(4, 0.5, appendBatch);
  const rates = [];
  for (let trial = 0; trial < 5; trial++) rates.push(size * (await rate(4, 2, appendBatch)));
  return round(median(rates), 0);
}

async function databaseFor(superuserUrl, name) {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
