// Brings generated events to a Kafka broker by the relay, and the same events from memory by a bare kafkajs producer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../../infra/local/servers/kafka.mjs';
import { writeHistory } from './history.mjs';
import { library, median, round, withDatabase } from './support.mjs';

const PARTITIONS = 12;
const BATCH = 1_000;

/** `rounds` of each in turns, every one on a topic of its own. */
export async function measureRelay(total, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-kafka-'));
  const broker = await startKafka({ dataFolder: folder });
  try {
    return await withDatabase(async ({ store, urls }) => {
      const { kafkaClient, migrateRelay } = library('messaging-kafka');
      await asOwner(urls.migrate, migrateRelay);
      const written = await writeHistory(store, total);
      const kafka = kafkaClient({ brokers: broker.brokers, clientId: 'bench' });
      const pages = await pagesOf(store);
      const ready = pages.map(messagesOf);
      const bare = [];
      const bareReady = [];
      const relayed = [];
      for (let turn = 0; turn < rounds; turn++) {
        bare.push(await measureBare(kafka, `bare-${turn}`, pages, messagesOf));
        bareReady.push(await measureBare(kafka, `ready-${turn}`, ready, (messages) => messages));
        relayed.push(await measureRelayed({ kafka, store, urls }, `relayed-${turn}`, written));
      }
      return {
        relay_vs_bare_producer: round(median(relayed) / median(bare)),
        relay_vs_ready_messages: round(median(relayed) / median(bareReady)),
        relay_events_per_s: round(median(relayed), 0),
        bare_producer_events_per_s: round(median(bare), 0),
        bare_producer_ready_messages_per_s: round(median(bareReady), 0),
        relay_bench_events: written,
      };
    });
  } finally {
    await broker.stop();
    rmSync(folder, { recursive: true });
  }
}

/** All events, in pages of what the producer sends at once. */
async function pagesOf(store) {
  const { START } = library('event-sourcing');
  const pages = [];
  for (let page = { upTo: START, drained: false }; !page.drained; pages.push(page.events)) {
    page = await store.readFeed(page.upTo, BATCH);
  }
  return pages;
}

function messagesOf(events) {
  const { asText, partitionOf, toMessage } = library('messaging-kafka');
  return events.map((event) => ({ ...toMessage(asText(event)), partition: partitionOf(event.tenant, PARTITIONS) }));
}

/** `prepare` is within the time: an event becomes a message, or is one already. */
async function measureBare(kafka, topic, batches, prepare) {
  const admin = kafka.admin();
  await admin.connect();
  await library('messaging-kafka').ensureTopic(admin, { name: topic, partitions: PARTITIONS });
  await admin.disconnect();
  const producer = kafka.producer({ maxInFlightRequests: 1 });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ value: 'the connection stands', partition: 0 }] });
  const began = performance.now();
  for (const batch of batches) await producer.send({ topic, acks: -1, messages: prepare(batch) });
  const seconds = (performance.now() - began) / 1000;
  await producer.disconnect();
  return batches.flat().length / seconds;
}

/** From the moment at which it leads. */
async function measureRelayed({ kafka, store, urls }, topic, total) {
  const { Relay } = library('messaging-kafka');
  let began;
  const relay = new Relay({
    store,
    kafka,
    databaseUrl: urls.projector,
    holder: 'bench',
    partitions: PARTITIONS,
    topic,
    onProblem: (error) => console.error(error),
    onState: (state) => {
      if (state === 'leading') began = performance.now();
    },
  });
  void relay.run();
  while (relay.status().relayed < total) await new Promise((resolve) => setTimeout(resolve, 5));
  const seconds = (performance.now() - began) / 1000;
  await relay.stop();
  return total / seconds;
}

async function asOwner(url, work) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client);
  await client.end();
}
