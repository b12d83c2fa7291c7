import {
  type AllStreamSubscription,
  type RecordedEvent as StoredEvent,
  type StreamingRead,
  StreamNotFoundError,
  streamNameFilter,
} from '@eventstore/db-client';
import { type FeedPage, type Position, START } from '@mainstay/event-sourcing';
import type { Connection } from './connection';
import { answered, noAnswer } from './errors';
import type { Names } from './names';
import { fromPlace, fromStored, placeOf } from './stored-event';

/** Events that the server may pass over before it says how far it has come. */
const SEARCH_WINDOW = 1_000;

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
    const found = await answered(() => collect(stream, deadline));
    return found.flatMap(({ event }) => (event ? [event as StoredEvent] : []));
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
}

/** The place of the last record of all, whoever wrote it. */
export async function head({ client, deadline }: Connection): Promise<Position> {
  const last = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true });
  const [found] = await answered(() => collect(last, deadline));
  return found?.event ? placeOf(found.event as StoredEvent) : START;
}

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

/** A page of the feed: a subscription, filtered by the server, that is followed until the page is full or it is live. */
export async function readFeed(
  connection: Connection,
  names: Names,
  after: Position,
  limit: number,
): Promise<FeedPage> {
  const until = await head(connection);
  if (until <= after) return { events: [], upTo: after, drained: true };
  const found = await answered(() => follow(connection, names, after, limit));
  const events = found.map((event) => fromStored(event, names));
  const drained = events.length < limit;
  const last = events.at(-1)?.position ?? after;
  return { events, upTo: drained && until > last ? until : last, drained };
}

function follow(
  { client, deadline }: Connection,
  { prefix }: Names,
  after: Position,
  limit: number,
): Promise<StoredEvent[]> {
  return new Promise((resolve, reject) => {
    const events: StoredEvent[] = [];
    const subscription = client.subscribeToAll({
      fromPosition: fromPlace(after),
      requiresLeader: true,
      filter: streamNameFilter({
        prefixes: [prefix],
        maxSearchWindow: SEARCH_WINDOW,
        checkpointReached: () => void silence.refresh(),
      }),
    });
    const silence = setTimeout(() => end(noAnswer()), deadline);
    const end = (error?: unknown) => {
      clearTimeout(silence);
      endSubscription(subscription);
      if (error) reject(error);
      else resolve(events);
    };
    subscription.on('data', ({ event }) => {
      silence.refresh();
      if (event && events.length < limit) events.push(event as StoredEvent);
      if (events.length === limit) end();
    });
    // Told as soon as it arrives, while events before it may still wait to be handed over.
    const live = () => (subscription.readableLength > 0 ? setImmediate(live) : end());
    subscription.once('caughtUp', live);
    subscription.on('error', end);
    subscription.once('end', () => end(noAnswer()));
  });
}

export const endSubscription = (subscription: AllStreamSubscription) =>
  void subscription.unsubscribe().catch(() => undefined);
