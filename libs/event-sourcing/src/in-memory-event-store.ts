import { InvalidEvent } from './errors';
import { type EventMetadata, type Position, position, START, type RecordedEvent } from './event';
import type { Append, AppendOutcome, EventStore, FeedPage } from './event-store';
import { appendTexts, assertAppendable } from './validation';

/** An event store for domain tests: same contract, no durability. */
export class InMemoryEventStore implements EventStore {
  private readonly feed: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly clock: () => Date = () => new Date(),
    private readonly options: { readonly allowBackdating?: boolean } = {},
  ) {}

  async append(request: Append): Promise<AppendOutcome> {
    assertAppendable(request, this.options);
    const texts = appendTexts(request.events);
    const key = `${request.tenant}\0${request.stream}`;
    const stream = this.streams.get(key) ?? [];
    const repeated = this.repeated(request);
    if (repeated) return outcome(repeated, true);
    if (request.expectedVersion !== 'any' && request.expectedVersion !== stream.length) {
      return { status: 'conflict', version: stream.length };
    }
    const now = request.recordedAt ?? this.clock();
    const last = stream.at(-1)?.recorded ?? now;
    for (const [index, event] of request.events.entries()) {
      const recorded: RecordedEvent = {
        id: event.id.toLowerCase(),
        tenant: request.tenant,
        stream: request.stream,
        version: stream.length + 1,
        type: event.type,
        data: JSON.parse(texts[index]!.data) as unknown,
        metadata: JSON.parse(texts[index]!.metadata) as EventMetadata,
        recorded: new Date(Math.max(now.getTime(), last.getTime())),
        position: position(BigInt(this.feed.length + 1), 0n),
      };
      stream.push(recorded);
      this.feed.push(recorded);
      this.byId.set(`${request.tenant}\0${recorded.id}`, recorded);
    }
    this.streams.set(key, stream);
    for (const listener of this.listeners) listener();
    return outcome(stream.at(-1)!, false);
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<RecordedEvent[]> {
    return (this.streams.get(`${tenant}\0${stream}`) ?? []).slice(afterVersion);
  }

  async findEvent(tenant: string, eventId: string): Promise<RecordedEvent | undefined> {
    return this.byId.get(`${tenant}\0${eventId.toLowerCase()}`);
  }

  async readFeed(after: Position, limit: number): Promise<FeedPage> {
    const rest = this.feed.filter((event) => event.position > after);
    const events = rest.slice(0, limit);
    const drained = events.length === rest.length;
    return { events, drained, upTo: events.at(-1)?.position ?? after };
  }

  async head(): Promise<Position> {
    return this.feed.at(-1)?.position ?? START;
  }

  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }

  /** The last event of an earlier append with these ids; refuses ids that were used elsewhere. */
  private repeated(request: Append): RecordedEvent | undefined {
    const known = request.events.map((event) => this.byId.get(`${request.tenant}\0${event.id.toLowerCase()}`));
    if (known.every((event) => event === undefined)) return undefined;
    const consecutive = known.every(
      (event, index) => event?.stream === request.stream && event.version === known[0]!.version + index,
    );
    if (!consecutive) throw new InvalidEvent('event.id-reused', 'An event id may not be used again for another event.');
    return known.at(-1);
  }
}

const outcome = (last: RecordedEvent, repeated: boolean): AppendOutcome => ({
  status: 'recorded',
  version: last.version,
  position: last.position,
  recorded: last.recorded,
  repeated,
});
