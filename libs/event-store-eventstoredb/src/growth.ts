import { type AllStreamSubscription, streamNameFilter } from '@eventstore/db-client';
import type { Connection } from './connection';
import type { Names } from './names';
import { endSubscription } from './feed';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Runs something later; returns what prevents it. */
export type Later = (ms: number, run: () => void) => () => void;

const later: Later = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Tells listeners that the feed has grown: at once for what this process appended, through a subscription from the end of
 * all for the others. A subscription that is lost is made again, after a pause that doubles while it keeps being lost.
 */
export class Growth {
  private readonly listeners = new Set<() => void>();
  private subscription: AllStreamSubscription | undefined;
  private forget: (() => void) | undefined;
  private pause = FIRST_PAUSE_MS;
  private closed = false;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly wait: Later = later,
  ) {}

  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    this.subscribe();
    return () => this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }

  close(): void {
    this.closed = true;
    this.listeners.clear();
    this.forget?.();
    if (this.subscription) endSubscription(this.subscription);
  }

  private subscribe(): void {
    if (this.closed || this.subscription || this.forget) return;
    const subscription = this.connection.client.subscribeToAll({
      fromPosition: 'end',
      filter: streamNameFilter({ prefixes: [this.names.prefix] }),
    });
    this.subscription = subscription;
    subscription.once('confirmation', () => {
      this.pause = FIRST_PAUSE_MS;
      this.tell(); // something may have been missed
    });
    subscription.on('data', () => this.tell());
    const lost = () => this.lost(subscription);
    subscription.on('error', lost);
    subscription.once('end', lost);
  }

  private lost(subscription: AllStreamSubscription): void {
    if (this.closed || this.subscription !== subscription) return;
    endSubscription(subscription);
    this.subscription = undefined;
    this.forget = this.wait(this.pause, () => {
      this.forget = undefined;
      this.subscribe();
    });
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
  }
}
