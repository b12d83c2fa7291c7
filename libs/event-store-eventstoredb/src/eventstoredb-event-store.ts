import type { Append, AppendOutcome, EventStore, FeedPage, Position, RecordedEvent } from '@mainstay/event-sourcing';
import { Appending } from './appending';
import { connect, type Connection } from './connection';
import { EventIds } from './event-ids';
import { Feed } from './feed';
import { Growth } from './growth';
import { isName, type Names, namesIn } from './names';
import { head, readFrom } from './reading';
import { fromStored } from './stored-event';

export interface EventStoreDbEventStoreOptions {
  /** `esdb://user:password@host:2113?...`, as EventStoreDB documents it. The user must be allowed to read `$all`. */
  readonly url: string;
  /** What the names of this installation's streams begin with: letters, digits, dots; `mainstay`. */
  readonly namespace?: string;
  /** Accept `recordedAt` (demo loader of an embedded start, import of events). */
  readonly allowBackdating?: boolean;
  /** Milliseconds that a call may go without an answer; 10,000. */
  readonly deadline?: number;
}

/** Events in EventStoreDB 24.10 (docs/adr/0009-eventstoredb.md); connects when first used. */
export class EventStoreDbEventStore implements EventStore {
  private readonly connection: Connection;
  private readonly names: Names;
  private readonly ids: EventIds;
  private readonly appending: Appending;
  private readonly feed: Feed;
  private readonly growth: Growth;

  constructor({
    url,
    namespace = 'mainstay',
    allowBackdating = false,
    deadline = 10_000,
  }: EventStoreDbEventStoreOptions) {
    this.names = namesIn(namespace);
    this.connection = connect(url, deadline);
    this.ids = new EventIds(this.connection, this.names);
    this.appending = new Appending(this.connection, this.names, this.ids, { allowBackdating });
    this.feed = new Feed(this.connection, this.names);
    this.growth = new Growth(this.connection, this.names);
  }

  async append(request: Append): Promise<AppendOutcome> {
    const outcome = await this.appending.append(request);
    if (outcome.status === 'recorded') this.growth.tell();
    return outcome;
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<RecordedEvent[]> {
    if (!isName(tenant) || !isName(stream)) return []; // a name that no stream can have
    const events = await readFrom(this.connection, this.names.stream(tenant, stream), afterVersion + 1);
    return events.map((event) => fromStored(event, this.names));
  }

  async findEvent(tenant: string, eventId: string): Promise<RecordedEvent | undefined> {
    const event = await this.ids.find(tenant, eventId);
    return event && fromStored(event, this.names);
  }

  readFeed(after: Position, limit: number): Promise<FeedPage> {
    return this.feed.page(after, limit);
  }

  head(): Promise<Position> {
    return head(this.connection);
  }

  onAppended(listener: () => void): () => void {
    return this.growth.onAppended(listener);
  }

  async close(): Promise<void> {
    this.growth.close();
    this.feed.close();
    await this.appending.close();
    await this.connection.client.dispose();
  }
}
