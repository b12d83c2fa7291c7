import type { EventToAppend, Position, RecordedEvent } from './event';

export interface Append {
  readonly tenant: string;
  readonly stream: string;
  /** 0: the stream must not exist; n: it must be at version n; 'any': no check. */
  readonly expectedVersion: number | 'any';
  readonly events: readonly EventToAppend[];
  /** Backdates `recorded`. Refused unless the store was opened for it (the demo loader of an embedded start). */
  readonly recordedAt?: Date;
}

export type AppendOutcome =
  /** Recorded now, or (`repeated`) found recorded under the same event ids: version and position of the last event. */
  | {
      readonly status: 'recorded';
      readonly version: number;
      readonly position: Position;
      readonly recorded: Date;
      readonly repeated: boolean;
    }
  /** Nothing written: the stream stands at `version`. */
  | { readonly status: 'conflict'; readonly version: number };

export interface FeedPage {
  readonly events: readonly RecordedEvent[];
  /** Everything before this has been delivered, also what another writer may still have had in flight. Next `after`. */
  readonly upTo: Position;
  /** True when the feed had no more to give. */
  readonly drained: boolean;
}

/** An event for who passes it on without a look inside. */
export interface EventAsText extends Pick<RecordedEvent, 'id' | 'tenant' | 'type' | 'recorded' | 'position'> {
  readonly metadata: Pick<RecordedEvent['metadata'], 'schemaVersion' | 'correlation'>;
  /** The whole recorded event as JSON. */
  readonly text: string;
}

export interface FeedPageAsText extends Omit<FeedPage, 'events'> {
  readonly events: readonly EventAsText[];
}

/**
 * The port to the one place where history lives. Adapters: Postgres, in-memory (tests); one conformance suite
 * (test/conformance) holds for all. Failures are `InvalidEvent` (nothing written, neighbours unharmed) and
 * `StoreUnavailable` (outcome unknown or busy: repeat with the same event ids).
 */
export interface EventStore {
  append(request: Append): Promise<AppendOutcome>;
  /** Events of one stream in version order, after `afterVersion` (default 0). A stream never written is empty. */
  readStream(tenant: string, stream: string, afterVersion?: number): Promise<RecordedEvent[]>;
  /** First event of an append made with these event ids, wherever its stream; undefined if never recorded. */
  findEvent(tenant: string, eventId: string): Promise<RecordedEvent | undefined>;
  /** The feed over all tenants, in an order that never shows an event before one that precedes it in its stream. */
  readFeed(after: Position, limit: number): Promise<FeedPage>;
  /** The same feed, of a store that has it as text: nothing is parsed only to be written again. */
  readFeedAsText?(after: Position, limit: number): Promise<FeedPageAsText>;
  /** A place after everything recorded, or being recorded, up to now. */
  head(): Promise<Position>;
  /** A hint, not a promise, that the feed has grown; returns the function that ends it. */
  onAppended(listener: () => void): () => void;
  close(): Promise<void>;
}

export const EVENT_STORE = Symbol('EventStore');
