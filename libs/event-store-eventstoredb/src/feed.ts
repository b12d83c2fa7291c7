import { type AllStreamSubscription, type RecordedEvent as StoredEvent, streamNameFilter } from '@eventstore/db-client';
import type { FeedPage, Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { Connection } from './connection';
import { answered, noAnswer } from './errors';
import type { Names } from './names';
import { readAllFrom } from './reading';
import { fromPlace, fromStored, placeOf } from './stored-event';

/** Events that the server may pass over before it says how far it has come. */
const SEARCH_WINDOW = 1_000;

/**
 * Pages of the feed. What is left near the end is read as it is. Who is further behind follows a subscription that the
 * server filters, held from page to page: it ends only by being cancelled, and a connection on which call after call is
 * cancelled may be closed.
 */
export class Feed {
  /** By the position from which they go on. */
  private readonly held = new Map<Position, CatchUp>();

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  async page(after: Position, limit: number): Promise<FeedPage> {
    const held = this.take(after);
    const further = held ? await this.next(held, limit) : [];
    if (further.length > 0) return { events: further, upTo: further.at(-1)!.position, drained: false };
    const left = await readAllFrom(this.connection, after, limit + 1); // the one at `after` is among them
    const reached = left.length > 0 ? placeOf(left.at(-1)!) : after;
    if (left.length <= limit) return { events: this.ours(left, after), upTo: reached, drained: true };
    const events = await this.next(new CatchUp(this.connection, this.names, after), limit);
    const last = events.at(-1)?.position ?? after;
    return { events, upTo: events.length < limit && reached > last ? reached : last, drained: false };
  }

  close(): void {
    for (const catchUp of this.held.values()) catchUp.end();
    this.held.clear();
  }

  private ours(found: readonly StoredEvent[], after: Position): RecordedEvent[] {
    const ours = found.filter((event) => event.streamId.startsWith(this.names.prefix) && placeOf(event) > after);
    return ours.map((event) => fromStored(event, this.names));
  }

  private async next(catchUp: CatchUp, limit: number): Promise<RecordedEvent[]> {
    const found = await answered(() => catchUp.next(limit));
    if (found.length === limit) this.hold(catchUp, placeOf(found.at(-1)!));
    return found.map((event) => fromStored(event, this.names));
  }

  private hold(catchUp: CatchUp, position: Position): void {
    this.held.get(position)?.end(); // of another reader, who stands at the same place
    this.held.set(position, catchUp);
    catchUp.onEnd = () => {
      if (this.held.get(position) === catchUp) this.held.delete(position);
    };
  }

  private take(position: Position): CatchUp | undefined {
    const catchUp = this.held.get(position);
    this.held.delete(position);
    return catchUp;
  }
}

/** One subscription from a position on, read page by page. It ends when it has caught up, fails, or is not asked in time. */
class CatchUp {
  onEnd = () => {};
  private readonly subscription: AllStreamSubscription;
  private readonly deadline: NodeJS.Timeout;
  private page: { readonly limit: number; readonly events: StoredEvent[] } = { limit: 0, events: [] };
  private caughtUp = false;
  private settle: ((error?: unknown) => void) | undefined;

  constructor({ client, deadline }: Connection, { prefix }: Names, after: Position) {
    this.deadline = setTimeout(() => this.end(noAnswer()), deadline);
    this.subscription = client.subscribeToAll({
      fromPosition: fromPlace(after),
      requiresLeader: true,
      filter: streamNameFilter({
        prefixes: [prefix],
        maxSearchWindow: SEARCH_WINDOW,
        checkpointReached: () => this.heard(),
      }),
    });
    this.subscription.on('data', ({ event }) => this.arrived(event as StoredEvent | undefined));
    this.subscription.once('caughtUp', () => {
      this.caughtUp = true;
      setImmediate(() => this.endIfThrough());
    });
    this.subscription.on('error', (error) => this.end(error));
    this.subscription.once('end', () => this.end(noAnswer()));
    this.subscription.pause();
  }

  /** At most `limit` events; fewer where it has caught up, with which it has ended. */
  next(limit: number): Promise<StoredEvent[]> {
    return new Promise((resolve, reject) => {
      const events: StoredEvent[] = [];
      this.page = { limit, events };
      this.settle = (error) => (error ? reject(error) : resolve(events));
      this.deadline.refresh();
      this.subscription.resume();
      setImmediate(() => this.endIfThrough());
    });
  }

  end(error?: unknown): void {
    clearTimeout(this.deadline);
    endSubscription(this.subscription);
    this.onEnd();
    this.settle?.(error);
    this.settle = undefined;
  }

  private heard(): void {
    if (this.settle) this.deadline.refresh();
  }

  private arrived(event: StoredEvent | undefined): void {
    if (!this.settle) return this.end(); // nobody to hand it to: whoever comes next begins anew
    this.heard();
    if (event) this.page.events.push(event);
    if (this.page.events.length === this.page.limit) {
      this.subscription.pause();
      this.settle();
      this.settle = undefined;
    } else if (this.caughtUp) setImmediate(() => this.endIfThrough());
  }

  /** That it has caught up is told as soon as it arrives, while events before it may still wait to be handed over. */
  private endIfThrough(): void {
    if (this.caughtUp && this.settle && this.subscription.readableLength === 0) this.end();
  }
}

export const endSubscription = (subscription: AllStreamSubscription) =>
  void subscription.unsubscribe().catch(() => undefined);
