import { InvalidEvent, position } from '@mainstay/event-sourcing';
import type { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { openClient } from '../connection';
import { parseMoment } from '../read/rows';
import { type Answer, type AppendFunction, callAppend } from './append-call';
import { AppendQueue, type BatchLimits } from './append-queue';
import type { PendingAppend } from './pending-append';
import { LOCK_NOT_AVAILABLE, mayPass, noAnswer, rejectionFor, serverSaid } from './sql-errors';

export interface AppendStats {
  /** Transactions begun, and the appends in them. */
  batches: number;
  appends: number;
  conflicts: number;
  /** Batches sent again with each append on its own footing, because one of them failed. */
  careful: number;
  /** Appends put back to try once more. */
  retried: number;
}

export interface LaneOptions {
  readonly url: string;
  readonly limits: BatchLimits;
  /** Milliseconds to wait for a stream that somebody else holds. */
  readonly lockTimeout: number;
}

/** Milliseconds before each attempt to learn the outcome of a batch whose connection was lost. */
const RESEND_AFTER = [0, 100, 300, 1_000];
const MAX_TRIES = 3;

/**
 * One connection that records one batch after the other. While a batch is under way the next one gathers; there is no
 * timer, so a lone append leaves at once.
 */
export class Lane {
  private readonly queue = new AppendQueue();
  private client: Client | undefined;
  private busy = false;
  private scheduled = false;
  private whenIdle: (() => void) | undefined;

  constructor(
    private readonly options: LaneOptions,
    private readonly stats: AppendStats,
    private readonly appended: () => void,
  ) {}

  get waiting(): number {
    return this.queue.length;
  }

  push(append: PendingAppend): void {
    this.queue.push(append);
    this.schedule();
  }

  /** Records what waits, then ends the connection. */
  async close(): Promise<void> {
    if (this.busy || this.queue.length > 0) await new Promise<void>((resolve) => (this.whenIdle = resolve));
    await this.client?.end().catch(() => undefined);
  }

  /** Appends of the same turn of the event loop leave together. */
  private schedule(): void {
    if (this.busy || this.scheduled) return;
    if (this.queue.length === 0) return this.whenIdle?.();
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.busy = true;
    // Sorted by tenant, so that the function changes tenant seldom; a stream's appends keep their order of arrival.
    const batch = this.queue.cut(this.options.limits).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.stats.batches++;
    this.stats.appends += batch.length;
    try {
      await this.record(batch);
    } catch (error) {
      this.fail(batch, error);
    }
    this.busy = false;
    this.schedule();
  }

  private async record(batch: PendingAppend[]): Promise<void> {
    let failure: string | undefined;
    try {
      return this.settle(await this.call('append_batch', batch), false);
    } catch (error) {
      failure = serverSaid(error);
    }
    this.stats.careful++;
    // With the connection lost nobody knows the outcome; the event ids tell what has been recorded already.
    const answers = failure ? await this.call('append_careful', batch) : await this.resend(batch);
    this.settle(answers, failure === LOCK_NOT_AVAILABLE);
  }

  private async resend(batch: PendingAppend[]): Promise<Answer[]> {
    for (const wait of RESEND_AFTER) {
      await pause(wait);
      try {
        return await this.call('append_careful', batch);
      } catch (error) {
        if (serverSaid(error)) throw error;
      }
    }
    throw noAnswer();
  }

  private async call(name: AppendFunction, batch: PendingAppend[]): Promise<Answer[]> {
    const { url, lockTimeout } = this.options;
    const settings = { synchronous_commit: 'on', lock_timeout: lockTimeout, statement_timeout: 30_000 };
    try {
      this.client ??= await openClient(url, settings, (lost) => this.forget(lost));
      return await callAppend(this.client, name, batch);
    } catch (error) {
      const failed = this.client;
      if (failed && !serverSaid(error)) {
        this.forget(failed);
        void failed.end().catch(() => undefined);
      }
      throw error;
    }
  }

  private forget(client: Client): void {
    if (this.client === client) this.client = undefined;
  }

  private settle(answers: readonly Answer[], waitedForLock: boolean): void {
    const again: PendingAppend[] = [];
    let grown = false;
    for (const { append, status, version, tx, pos, recorded, problem } of answers) {
      if (status === 'recorded' || status === 'repeated') {
        grown = true;
        append.resolve({
          status: 'recorded',
          version: Number(version),
          position: position(tx, pos),
          recorded: parseMoment(recorded),
          repeated: status === 'repeated',
        });
      } else if (status === 'conflict') {
        this.stats.conflicts++;
        append.resolve({ status: 'conflict', version: Number(version) });
      } else if (status === 'reused') {
        append.reject(new InvalidEvent('event.id-reused', 'An event id may not be used again for another event.'));
      } else if (mayPass(problem) && !waitedForLock && append.tries < MAX_TRIES) {
        again.push(append);
      } else {
        append.reject(rejectionFor(problem));
      }
    }
    this.tryAlone(again);
    if (grown) this.appended();
  }

  /** The careful call failed as a whole: whose fault it was shows when each travels alone. */
  private fail(batch: PendingAppend[], error: unknown): void {
    const state = serverSaid(error);
    if (state && batch.length > 1) return this.tryAlone(batch);
    for (const append of batch) append.reject(state ? rejectionFor(state) : noAnswer());
  }

  private tryAlone(appends: PendingAppend[]): void {
    for (const append of appends) {
      append.alone = true;
      append.tries++;
    }
    this.stats.retried += appends.length;
    this.queue.putBack(appends);
  }
}
