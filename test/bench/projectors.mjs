// npm run bench:projectors [-- events]: catching up from Kafka against catching up from the event store, and two projectors
// against one, on 8 tenants. Real broker, the relay, projectors as processes of their own, all read models of the product.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildIfNeeded } from '../../infra/local/build.mjs';
import { freePort } from '../../infra/local/free-port.mjs';
import { startKafka } from '../../infra/local/servers/kafka.mjs';

await buildIfNeeded({ web: false, say: (line) => console.error(line) });
const { library, median, root, round, withServer } = await import('./support.mjs');
const { writeHistory } = await import('./history.mjs');
const { Client } = createRequire(import.meta.url)('pg');

const TENANTS = 8;
const PARTITIONS = 8;
const ROUNDS = 3;
/** The processes run what is built now, whoever builds meanwhile. */
const code = join(root, `dist/bench-${process.pid}`);
cpSync(join(root, 'dist/server'), code, { recursive: true });
const total = Number(process.argv[2] ?? 40_000);
const passwords = { migrate: 'bench', api: 'bench', projector: 'bench' };
const say = (line) => console.error(line);

/** Every tenant has a partition of its own, so that what is measured is the sharing, not the luck of the hash. */
function tenantNames({ partitionOf }) {
  const names = new Map();
  for (let number = 0; names.size < TENANTS; number++) {
    const partition = partitionOf(`tenant-${number}`, PARTITIONS);
    if (!names.has(partition)) names.set(partition, `tenant-${number}`);
  }
  return [...names.values()];
}

await withServer(async (superuserUrl) => {
  const { migrateRelay, Relay, kafkaClient, partitionOf } = library('messaging-kafka');
  const { prepareDatabase, PostgresEventStore, roleUrls } = library('event-store-postgres');
  const { events, projections, migrateDatabase } = library('product');
  const { Projector } = library('read-store');
  const { START } = library('event-sourcing');
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-kafka-'));
  const broker = await startKafka({ dataFolder: folder });
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    // A database with the events and with read models that stand before the first of them; every round gets a copy.
    const urls = await prepareDatabase(superuserUrl, 'events', passwords);
    await migrateDatabase(urls.migrate);
    const owner = new Client({ connectionString: urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await owner.end();
    const store = new PostgresEventStore({ urls });
    const empty = new Projector({ store, urls, projections, events });
    empty.start();
    await empty.whenCaughtUp(60_000);
    await empty.stop();
    const written = await writeHistory(store, total, tenantNames({ partitionOf }));
    say(`${written} events`);
    const relay = new Relay({
      store,
      kafka: kafkaClient({ brokers: broker.brokers, clientId: 'bench' }),
      databaseUrl: urls.projector,
      holder: 'bench',
      partitions: PARTITIONS,
    });
    void relay.run();
    const head = await store.head();
    while (relay.status().position < head || relay.status().relayed < written) await delay(50);
    await delay(1_500); // the watermark
    await relay.stop();
    const { events: page } = await store.readFeed(START, written);
    const last = page.at(-1).position;
    await store.close();

    let copies = 0;
    const onCopy = async (work) => {
      const name = `copy_${copies++}`;
      await superuser.query(`create database ${name} template events owner mainstay_migrate`);
      await superuser.query(`grant connect on database ${name} to mainstay_api, mainstay_projector`);
      const perSecond = await work(roleUrls(superuserUrl, name, passwords));
      await superuser.query(`drop database ${name} with (force)`);
      return perSecond;
    };
    /** Events a second, from the first batch applied to the last. */
    const timed = async (url, sql) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const places = async () => (await client.query(sql)).rows.map(({ position }) => position);
      const [{ position: start }] = (await client.query('select position from projection.feed')).rows;
      let began;
      for (;;) {
        const now = await places();
        if (now.some((place) => place > start)) began ??= performance.now();
        if (now.length > 0 && now.every((place) => place >= last)) break;
        await delay(5);
      }
      const perSecond = written / ((performance.now() - began) / 1_000);
      await client.end();
      return perSecond;
    };

    const fromStore = () =>
      onCopy(async (copy) => {
        const ownStore = new PostgresEventStore({ urls: copy });
        const projector = new Projector({ store: ownStore, urls: copy, projections, events });
        const measured = timed(copy.migrate, 'select position from projection.feed');
        projector.start();
        const perSecond = await measured;
        await projector.stop();
        await ownStore.close();
        return perSecond;
      });
    const fromKafka = (processes) =>
      onCopy(async (copy) => {
        const measured = timed(copy.migrate, 'select position from projection.partition');
        const running = [];
        for (let number = 0; number < processes; number++) running.push(await startProjector(copy, broker));
        const perSecond = await measured;
        await Promise.all(running.map((stop) => stop()));
        return perSecond;
      });

    const rounds = { store: [], one: [], two: [] };
    for (let number = 0; number < ROUNDS; number++) {
      rounds.store.push(await fromStore());
      rounds.one.push(await fromKafka(1));
      rounds.two.push(await fromKafka(2));
      say(`round ${number + 1}: ${Object.values(rounds).map((values) => round(values.at(-1), 0))}`);
    }
    const results = {
      events: written,
      catch_up_store_per_s: round(median(rounds.store), 0),
      catch_up_kafka_per_s: round(median(rounds.one), 0),
      catch_up_two_projectors_per_s: round(median(rounds.two), 0),
      // Of each round by itself: what else the machine does changes from round to round.
      catch_up_kafka_vs_store: round(median(rounds.one.map((one, index) => one / rounds.store[index]))),
      two_projectors_vs_one: round(median(rounds.two.map((two, index) => two / rounds.one[index]))),
    };
    console.log(JSON.stringify(results, null, 2));
  } finally {
    await superuser.end();
    await broker.stop();
    for (const gone of [folder, code]) rmSync(gone, { recursive: true, force: true });
  }
});

/** A projector as a process; answers how it is ended. */
async function startProjector(copy, broker) {
  const child = spawn(process.execPath, [join(code, 'apps/projector/src/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      PORT: String(await freePort()),
      DATABASE_URL_MIGRATE: copy.migrate,
      DATABASE_URL_API: copy.api,
      DATABASE_URL_PROJECTOR: copy.projector,
      KAFKA_BROKERS: broker.brokers.join(','),
      KAFKA_TOPIC_PARTITIONS: String(PARTITIONS),
    },
  });
  let stopping = false;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  void ended.then(() => stopping || process.exit(1));
  return async () => {
    stopping = true;
    child.kill('SIGTERM');
    await ended;
  };
}
