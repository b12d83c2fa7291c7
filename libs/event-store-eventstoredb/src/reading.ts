import { type RecordedEvent as StoredEvent, type StreamingRead, StreamNotFoundError } from '@eventstore/db-client';
import { type Position, START } from '@mainstay/event-sourcing';
import type { Connection } from './connection';
import { answered, noAnswer } from './errors';
import { fromPlace, placeOf } from './stored-event';

/** Events of one stream from a version on, in order; none where there is no such stream. */
export async function readFrom(connection: Connection, name: string, version: number): Promise<StoredEvent[]> {
  return read(connection, name, { fromRevision: BigInt(version - 1) });
}

export async function lastOf(connection: Connection, name: string): Promise<StoredEvent | undefined> {
  const [last] = await read(connection, name, { fromRevision: 'end', direction: 'backwards', maxCount: 1 });
  return last;
}

export async function firstOf(connection: Connection, name: string): Promise<StoredEvent | undefined> {
  const [first] = await read(connection, name, { maxCount: 1 });
  return first;
}

type ReadOptions = NonNullable<Parameters<Connection['client']['readStream']>[1]>;

async function read({ client, deadline }: Connection, name: string, options: ReadOptions): Promise<StoredEvent[]> {
  try {
    const stream = client.readStream(name, { ...options, requiresLeader: true });
    return eventsOf(await answered(() => collect(stream, deadline)));
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
}

/** The place of the last record of all, whoever wrote it. */
export async function head(connection: Connection): Promise<Position> {
  const [last] = await readAll(connection, { direction: 'backwards', fromPosition: 'end', maxCount: 1 });
  return last ? placeOf(last) : START;
}

/** Records from a position on, whoever wrote them; fewer than `maxCount` where there are no more. */
export function readAllFrom(connection: Connection, position: Position, maxCount: number): Promise<StoredEvent[]> {
  return readAll(connection, { fromPosition: fromPlace(position), maxCount });
}

type ReadAllOptions = NonNullable<Parameters<Connection['client']['readAll']>[0]>;

async function readAll({ client, deadline }: Connection, options: ReadAllOptions): Promise<StoredEvent[]> {
  const records = client.readAll({ ...options, requiresLeader: true });
  return eventsOf(await answered(() => collect(records, deadline)));
}

const eventsOf = (found: readonly { readonly event?: unknown }[]) =>
  found.flatMap(({ event }) => (event ? [event as StoredEvent] : []));

function collect<Item>(stream: StreamingRead<Item>, deadline: number): Promise<Item[]> {
  return new Promise((resolve, reject) => {
    const items: Item[] = [];
    const silence = setTimeout(() => {
      stream.cancel().catch(() => undefined);
      reject(noAnswer());
    }, deadline);
    stream.on('data', (item: Item) => {
      items.push(item);
      silence.refresh();
    });
    stream.once('end', () => {
      clearTimeout(silence);
      resolve(items);
    });
    stream.on('error', (error) => {
      clearTimeout(silence);
      reject(error);
    });
  });
}
