import { setTimeout as delay } from 'node:timers/promises';
import { EVENTS_TOPIC, kafkaClient } from '@mainstay/messaging-kafka';
import type { Distributed } from '../../../infra/local/distributed/start.mjs';
import { TopicReader } from '../../../libs/messaging-kafka/src/topic-reader.fixture';
import type { Counts } from '../../faults/writer';
import { Caller } from '../../support/caller';
import { consumed, differsFromRebuild, nothingWrong, recorded, unforeseen, wrongIn } from './checks';
import { type Cluster, neighbour, personOf, startCluster, tenants } from './cluster';
import { Load } from './load';
import { oneTrace } from './trace';

/** Every part is killed so often. */
const rounds = Number(process.env.MAINSTAY_FAULT_ROUNDS ?? 3);
/** Everything works again so soon after what was taken away is back. */
const RECOVERY_MS = 30_000;
/** Longer than the lease of the relay (5 s) and the session of a projector (10 s). */
const PAUSE_MS = 14_000;

jest.setTimeout(2_400_000);

describe('the distributed shape under faults', () => {
  let cluster: Cluster;
  let running: Distributed;
  let load: Load;
  const recoveries: [fault: string, seconds: number][] = [];
  let reported = 0;

  beforeAll(async () => {
    cluster = await startCluster();
    running = cluster.running;
    load = new Load(running);
    await load.prepare();
  });
  afterAll(async () => {
    const counts = (of: keyof Counts) => load.counted((writer) => writer.counts[of]);
    const worst = recoveries.reduce((most, one) => (one[1] > most[1] ? one : most), ['none', 0]);
    process.stdout.write(
      `\nFaults: ${recoveries.length} over ${tenants.length} tenants; ${load.total()} commands acknowledged, ` +
        `${counts('repeated')} repeated, ` +
        `${counts('carriedOutBefore')} of these had been carried out before, ` +
        `${counts('refused')} answered 503, ` +
        `${counts('readBack')} read back; ` +
        `slowest recovery ${worst[1].toFixed(1)} s (${worst[0]})\n` +
        recoveries.map(([fault, seconds]) => `  ${fault}: ${seconds.toFixed(1)} s\n`).join(''),
    );
    await cluster?.stop();
  });
  beforeEach(async () => {
    load.start();
    await load.everybodyWorks(60_000);
  });
  /** After each fault: nothing lost, nothing twice, every stream in order. */
  afterEach(async () => {
    const failures = unforeseen(running);
    const before = reported;
    reported = failures.length;
    expect(failures.slice(before)).toEqual([]);
    await load.stop();
    for (const writer of load.writers) {
      expect({ tenant: writer.tenant, ...(await wrongIn(running, load, writer)) }).toEqual({
        tenant: writer.tenant,
        ...nothingWrong,
      });
    }
  });

  const one = (name: string) => running.processes.get(name)!;
  const recovers = async (fault: string) => {
    recoveries.push([fault, await load.everybodyWorks(RECOVERY_MS)]);
  };
  /** The load meets the fault, as long as it can and not longer than that. */
  const meanwhile = (ms = 1_500) => load.goesOn(40, ms);

  it('a command is one trace through API, append, relay, Kafka and projection to the query that shows it', () =>
    oneTrace(cluster));

  describe.each(Array.from({ length: rounds }, (_, index) => index + 1))('round %d', (round) => {
    /** Each of both in turn; who leads is hit as well as who stands by. */
    const copy = (kind: string) => `${kind}-${(round % 2) + 1}`;

    it.each(['api', 'relay', 'projector'])('kill -9 of one %s', async (kind) => {
      const hit = one(copy(kind));
      await hit.kill();
      await meanwhile();
      await hit.restart();
      await recovers(`kill ${hit.name}`);
    });

    it('kill -9 of the Kafka broker', async () => {
      await running.kafka.kill();
      await meanwhile();
      await running.kafka.restart();
      await recovers('kill Kafka');
    });

    it('kill -9 of PostgreSQL: the API says 503 until it is back', async () => {
      const before = load.counted(({ counts }) => counts.refused);
      await running.postgres.kill();
      await meanwhile(3_000);
      await running.postgres.restart();
      await recovers('kill PostgreSQL');
      expect(load.counted(({ counts }) => counts.refused)).toBeGreaterThan(before);
    });

    it('kill -9 of Keycloak: who is signed in goes on, nobody else gets in', async () => {
      const { username } = personOf(tenants[0]!);
      const token = await running.accessToken(username);
      await running.keycloak.kill();
      await expect(running.accessToken(username)).rejects.toThrow();
      const forged = `${token.slice(0, -8)}AAAAAAAA`;
      const answers = [forged, token].map((one) => new Caller(running.url, one).get(`t/${tenants[0]}/me`));
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 200]);
      await load.everybodyWorks(RECOVERY_MS);
      await running.keycloak.restart();
      expect(await running.accessToken(username)).toBeTruthy();
      await recovers('kill Keycloak');
    });
  });

  it('the leading relay stands still past its lease, another leads, and it does not speak twice when it wakes', async () => {
    const relays = [one('relay-1'), one('relay-2')];
    const leader = await leadingOf(relays);
    leader.pause();
    await delay(PAUSE_MS);
    await recovers(`${leader.name} stands still`);
    leader.resume();
    await recovers(`${leader.name} wakes`);
  });

  it('a projector stands still past its session, another takes its tenants, and it applies nothing when it wakes', async () => {
    const projector = one('projector-1');
    projector.pause();
    await delay(PAUSE_MS);
    await recovers('projector-1 stands still');
    projector.resume();
    await recovers('projector-1 wakes');
  });

  it('the line between projectors and Kafka is cut', async () => {
    cluster.line.cut();
    await meanwhile(6_000);
    cluster.line.mend();
    await recovers('line to Kafka cut');
  });

  it('one tenant fills its partition, and nobody waits longer for it', async () => {
    const token = await running.accessToken(personOf(neighbour).username);
    const rows = Array.from({ length: 3_000 }, (_, index) => `BULK-${index},Bulk ${index}`);
    const caller = new Caller(running.url, token);
    const path = `t/${neighbour}/accounts/import?dryRun=false&fileName=bulk.csv&reason=load`;
    const sent = caller.upload(path, Buffer.from(`Code,Name\n${rows.join('\n')}`), { 'idempotency-key': 'load-bulk' });
    await recovers('a partition fills');
    const { status, text } = await sent;
    expect({ status, text: status < 300 ? '' : text }).toMatchObject({ text: '' });
  });

  it('projectors come and go every few seconds', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { name } = await running.add('projector');
      await delay(2_000);
      await running.remove(name);
      await delay(1_000);
    }
    await recovers('projectors come and go');
  });

  it('what was delivered is delivered again, as a whole and in parts', async () => {
    const kafka = kafkaClient({ brokers: running.kafka.brokers, clientId: 'faults' });
    const reader = await TopicReader.open(kafka, EVENTS_TOPIC);
    await reader.until(({ all }) => all.length > 500);
    const delivered = reader.all.slice(0, 500);
    await reader.close();
    const producer = kafka.producer();
    await producer.connect();
    const again = (from: number, to: number) =>
      producer.send({
        topic: EVENTS_TOPIC,
        messages: delivered.slice(from, to).map(({ partition, message: { key, value, headers } }) => ({
          partition,
          key,
          value,
          headers,
        })),
      });
    await again(0, 500);
    for (let from = 100; from < 400; from += 75) await again(from, from + 130);
    await producer.disconnect();
    await recovers('delivered again');
  });

  describe('in the end', () => {
    // These look at what stands still.
    beforeEach(() => load.stop());

    it('a consumer of the topic has every event of every tenant once, in the order of the store', async () => {
      const events = await recorded(running);
      const seen = await consumed(running, events.at(-1)!.position);
      for (const tenant of tenants) {
        const own = events.filter((event) => event.tenant === tenant).map(({ id }) => id);
        expect(own.length).toBeGreaterThan(10);
        expect(seen.get(tenant)).toEqual(own);
      }
    });

    it('every read model, history included, equals one built anew from the events', async () => {
      expect(await differsFromRebuild(running)).toEqual([]);
    });
  });
});

async function leadingOf<Relay extends { readonly port: number }>(relays: readonly Relay[]): Promise<Relay> {
  for (const relay of relays) {
    const answer = await fetch(`http://127.0.0.1:${relay.port}/api/health/ready`);
    const { state } = (await answer.json()) as { state: string };
    if (state === 'leading') return relay;
  }
  throw new Error('No relay leads.');
}
