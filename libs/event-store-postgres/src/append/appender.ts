import type { Append, AppendOutcome } from '@mainstay/event-sourcing';
import { type AppendStats, Lane } from './lane';
import { prepare } from './pending-append';
import { unavailable } from './sql-errors';

export interface AppenderOptions {
  readonly url: string;
  readonly allowBackdating: boolean;
  readonly lanes: number;
  readonly lockTimeout: number;
  /** Appends that may wait in one lane. */
  readonly maxWaiting: number;
}

const LIMITS = { appends: 128, bytes: 1 << 20, events: 2_000 };

/** Group commit: appends that arrive while others are being recorded share the next transaction. */
export class Appender {
  readonly stats: AppendStats = { batches: 0, appends: 0, conflicts: 0, careful: 0, retried: 0 };
  private readonly lanes: readonly Lane[];
  private closing = false;

  constructor(
    private readonly options: AppenderOptions,
    appended: () => void,
  ) {
    const { url, lockTimeout } = options;
    this.lanes = Array.from(
      { length: options.lanes },
      () => new Lane({ url, lockTimeout, limits: LIMITS }, this.stats, appended),
    );
  }

  get waiting(): number {
    return this.lanes.reduce((sum, lane) => sum + lane.waiting, 0);
  }

  async append(request: Append): Promise<AppendOutcome> {
    if (this.closing) throw unavailable('store.closed', 'The event store is closing.');
    const checked = prepare(request, this.options);
    // A stream always has the same lane, so lanes never wait for each other's streams.
    const lane = this.lanes[hash(checked.key) % this.lanes.length]!;
    if (lane.waiting >= this.options.maxWaiting) {
      throw unavailable(
        'store.busy',
        'The event store has more to record than it can take. Send the same request again in a moment.',
      );
    }
    return new Promise((resolve, reject) => lane.push({ ...checked, resolve, reject }));
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}

function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) | 0;
  return value >>> 0;
}
