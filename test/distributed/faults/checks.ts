import { readFileSync } from 'node:fs';
import { idFrom, START, streamOf, type RecordedEvent } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { EVENTS_TOPIC, kafkaClient, partitionOf } from '@mainstay/messaging-kafka';
import { events, projections } from '@mainstay/product';
import { rebuildProjection } from '@mainstay/read-store';
import type { Distributed } from '../../../infra/local/distributed/start.mjs';
import { TopicReader } from '../../../libs/messaging-kafka/src/topic-reader.fixture';
import { dumpOf } from '../../faults/read-models';
import type { Writer } from '../../faults/writer';
import { PARTITIONS, personOf } from './cluster';
import type { Load } from './load';

interface HistoryLine {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
}

/** What the history of a tenant says that it must not, against what was acknowledged: empty lists when all is well. */
export async function wrongIn(cluster: Distributed, load: Load, writer: Writer) {
  const { tenant } = writer;
  const lines = (await writer.history(cluster.url))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HistoryLine);
  const versions = new Map(lines.map(({ eventId, version }) => [eventId, version]));
  const expected = new Set([
    ...writer.acknowledged.map(({ eventId }) => eventId),
    ...prepared(tenant, load.audits.get(tenant)!),
  ]);
  const streams = new Map<string, number[]>();
  for (const { stream, version } of lines) streams.set(stream, [...(streams.get(stream) ?? []), version]);
  return {
    lost: writer.acknowledged
      .filter(({ eventId, version }) => versions.get(eventId) !== version)
      .map((one) => one.eventId),
    twice: lines.length - versions.size,
    unknown: [...versions.keys()].filter((eventId) => !expected.has(eventId)),
    withGaps: [...streams].filter(([, found]) => found.sort((a, b) => a - b).some((version, at) => version !== at + 1)),
  };
}
export const nothingWrong = { lost: [], twice: 0, unknown: [], withGaps: [] };

/** Events of the commands that set a tenant up. */
function prepared(tenant: string, audit: string): string[] {
  const { id } = personOf(tenant);
  const event = (key: string, stream: string) => idFrom('event', tenant, id, key, stream, '0');
  const ofAudit = streamOf('assessment.audit', tenant, audit);
  return [
    event('load-rule', streamOf('portfolio.enterprise', tenant, tenant)),
    event('load-open', ofAudit),
    event('load-assign', ofAudit),
  ];
}

/** What the copies of the API met and did not expect: each was answered 500. */
export function unforeseen({ processes }: Distributed): string[] {
  const lines = [...processes.values()]
    .filter(({ kind }) => kind === 'api')
    .flatMap(({ logFile }) => readFileSync(logFile, 'utf8').split('\n'));
  return lines
    .filter((line) => line.includes('unforeseen failure'))
    .map((line) => (JSON.parse(line) as { err: { stack: string } }).err.stack);
}

/** Everything recorded, in the order of the store. */
export async function recorded({ databaseUrls }: Distributed): Promise<RecordedEvent[]> {
  const store = new PostgresEventStore({ urls: databaseUrls });
  try {
    const all: RecordedEvent[] = [];
    for (let after = START; ;) {
      const page = await store.readFeed(after, 1_000);
      all.push(...page.events);
      after = page.upTo;
      if (page.drained) return all;
    }
  } finally {
    await store.close();
  }
}

/** What a consumer sees of each tenant that drops what it has seen: event ids in the order in which they came. */
export async function consumed(cluster: Distributed, upTo: string): Promise<Map<string, string[]>> {
  const reader = await TopicReader.open(
    kafkaClient({ brokers: cluster.kafka.brokers, clientId: 'faults' }),
    EVENTS_TOPIC,
  );
  try {
    await reader.until(
      ({ reached }) => reached.size === PARTITIONS && [...reached.values()].every((position) => position >= upTo),
    );
    const seen = new Map<string, { readonly ids: string[]; last: string }>();
    for (const { tenant, id, position } of reader.events) {
      const of = seen.get(tenant) ?? { ids: [], last: '' };
      seen.set(tenant, of);
      if (position <= of.last) continue;
      of.ids.push(id);
      of.last = position;
    }
    return new Map([...seen].map(([tenant, { ids }]) => [tenant, ids]));
  } finally {
    await reader.close();
  }
}

/** Rows of every read model, history included, as they are and built anew from the events: by table, where they differ. */
export async function differsFromRebuild({ databaseUrls: urls }: Distributed): Promise<string[]> {
  const before = await dumpOf(urls.projector);
  const store = new PostgresEventStore({ urls });
  try {
    const shared = { partitions: PARTITIONS, partitionOf };
    for (const { name } of projections) await rebuildProjection({ store, urls, projections, events, shared }, name);
  } finally {
    await store.close();
  }
  const after = await dumpOf(urls.projector);
  const rows = Object.values(before).reduce((sum, table) => sum + table.length, 0);
  if (rows < 100) return ['there are hardly any rows'];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
  );
}
