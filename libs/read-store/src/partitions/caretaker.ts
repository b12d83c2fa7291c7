import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { Build } from '../build';
import { connect } from '../connection';
import { EventReader } from '../event-reader';
import { ensureFeedState, isLive, projectionStates } from '../feed-state';
import type { Projection } from '../projection';
import { PROJECTOR_LOCK } from '../projector-lock';
import { DEFAULT_BATCH } from '../rebuild';
import type { PartitionProjectorOptions } from './partition-options';
import { partitionPlaces } from './places';
import { shareOut } from './share-out';

const TRY_MS = 1_000;
const PING_MS = 3_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * What one process at a time does for all: shares the tenants out by partitions, builds projections that are new, of
 * another version, or were stopped. It is the one that has the lock; a process that stands still loses it after fifteen
 * seconds.
 */
export class Caretaker {
  onDuty = false;
  building = false;
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly options: PartitionProjectorOptions,
    private readonly partitions: number,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.ending.signal.aborted) {
      try {
        await this.serve(() => (pause = FIRST_PAUSE_MS));
      } catch (error) {
        if (this.ending.signal.aborted) break;
        this.options.onProblem?.(error as Error);
        await this.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
  }

  private async serve(onDuty: () => void): Promise<void> {
    const client = await connect(this.options.urls.projector, 'mainstay caretaker');
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.ending.signal]);
    let lost: Error | undefined;
    const lose = (error: Error) => {
      lost ??= error;
      over.abort();
    };
    let ping: NodeJS.Timeout | undefined;
    try {
      await client.query("set idle_session_timeout = '15s'");
      while (!(await this.hasLock(client))) {
        if (signal.aborted) return;
        await this.sleep(TRY_MS);
      }
      client.on('error', lose);
      ping = setInterval(() => client.query('select 1').catch(lose), PING_MS);
      this.onDuty = true;
      await this.prepare(client, signal);
      onDuty();
      await whenAborted(signal);
      if (lost) throw lost;
    } finally {
      this.onDuty = false;
      clearInterval(ping);
      await client.end().catch(() => undefined);
    }
  }

  /** Every tenant has a partition, and everything is built. */
  private async prepare(client: Client, signal: AbortSignal): Promise<void> {
    await ensureFeedState(client);
    const { projections } = this.options;
    const states = await projectionStates(client);
    const missing = projections.filter((projection) => !isLive(projection, states));
    const { rows } = await client.query<{ shared: boolean }>(
      'select exists (select from projection.partition) as shared',
    );
    const leads = missing.length === projections.length && !rows[0]!.shared;
    this.building = missing.length > 0;
    try {
      if (!leads) await shareOut(this.options, this.partitions, signal);
      if (missing.length > 0) await this.build(missing, leads, signal);
    } finally {
      this.building = false;
    }
  }

  private async build(missing: readonly Projection[], leads: boolean, signal: AbortSignal): Promise<void> {
    const { store, urls, events, batchSize = DEFAULT_BATCH, partitionOf, onProblem } = this.options;
    const reader = new EventReader(events);
    const places = partitionPlaces(this.partitions, partitionOf);
    const { stopped } = await new Build(missing, { store, urls, reader, batchSize, leads, places, signal }).run();
    for (const reason of stopped) onProblem?.(reason);
  }

  private async hasLock(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ free: boolean }>(`select ${PROJECTOR_LOCK} as free`);
    return rows[0]!.free;
  }

  private async sleep(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
