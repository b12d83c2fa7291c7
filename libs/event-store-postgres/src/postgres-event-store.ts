import type {
  Append,
  AppendOutcome,
  EventStore,
  FeedPage,
  FeedPageAsText,
  Position,
  RecordedEvent,
} from '@mainstay/event-sourcing';
import type { Pool } from 'pg';
import { Appender } from './append/appender';
import { appendInOrder } from './append/in-order';
import type { AppendStats } from './append/lane';
import { openPool } from './connection';
import { Notifications } from './notifications';
import { countAfter, head, horizonAgeSeconds, readFeed, readFeedAsText } from './read/feed';
import { findEvent, readStream } from './read/reader';
import type { PerRole } from './roles';

export interface PostgresEventStoreOptions {
  /** `api` appends and reads one tenant at a time; `projector` reads the feed over all tenants. */
  readonly urls: Pick<PerRole, 'api' | 'projector'>;
  /** Accept `recordedAt` (demo loader of an embedded start only). */
  readonly allowBackdating?: boolean;
  /** Connections that append at the same time. */
  readonly lanes?: number;
  /** Milliseconds to wait for a stream that another transaction holds. */
  readonly lockTimeout?: number;
  /** Appends that may wait in one lane; more are refused as unavailable. */
  readonly maxWaiting?: number;
}

/** Events in Postgres; connects when first used. The schema comes from `migrateEventStore`. */
export class PostgresEventStore implements EventStore {
  private readonly appender: Appender;
  private readonly notifications: Notifications;
  private readonly streams: Pool;
  private readonly feed: Pool;
  private readonly allowBackdating: boolean;

  constructor({
    urls,
    allowBackdating = false,
    lanes = 2,
    lockTimeout = 500,
    maxWaiting = 20_000,
  }: PostgresEventStoreOptions) {
    this.allowBackdating = allowBackdating;
    this.notifications = new Notifications(urls.projector);
    const options = { url: urls.api, allowBackdating, lanes, lockTimeout, maxWaiting };
    this.appender = new Appender(options, () => this.notifications.appended());
    this.streams = openPool(urls.api, 8);
    this.feed = openPool(urls.projector, 4);
  }

  /** Counters since this store was opened. */
  get stats(): Readonly<AppendStats> {
    return this.appender.stats;
  }

  /** Appends that wait for their batch. */
  get queueDepth(): number {
    return this.appender.waiting;
  }

  append(request: Append): Promise<AppendOutcome> {
    return this.appender.append(request);
  }

  /** Many appends as one transaction, in this order also across streams: for an import. Errors as of `append`. */
  async appendInOrder(requests: readonly Append[]): Promise<AppendOutcome[]> {
    const outcomes = await appendInOrder(this.streams, requests, { allowBackdating: this.allowBackdating });
    this.notifications.appended();
    return outcomes;
  }

  readStream(tenant: string, stream: string, afterVersion = 0): Promise<RecordedEvent[]> {
    return readStream(this.streams, tenant, stream, afterVersion);
  }

  findEvent(tenant: string, eventId: string): Promise<RecordedEvent | undefined> {
    return findEvent(this.streams, tenant, eventId);
  }

  readFeed(after: Position, limit: number): Promise<FeedPage> {
    return readFeed(this.feed, after, limit);
  }

  readFeedAsText(after: Position, limit: number): Promise<FeedPageAsText> {
    return readFeedAsText(this.feed, after, limit);
  }

  head(): Promise<Position> {
    return head(this.feed);
  }

  /** How many events were recorded after a place in the feed, counted up to `atMost`; for a metric. */
  countAfter(position: Position, atMost: number): Promise<number> {
    return countAfter(this.feed, position, atMost);
  }

  /** Seconds since the oldest transaction that keeps new events from the feed began; for a metric. */
  horizonAgeSeconds(): Promise<number> {
    return horizonAgeSeconds(this.feed);
  }

  onAppended(listener: () => void): () => void {
    return this.notifications.onAppended(listener);
  }

  async close(): Promise<void> {
    await this.appender.close();
    await Promise.all([this.notifications.close(), this.streams.end(), this.feed.end()]);
  }
}
