import { setTimeout as delay } from 'node:timers/promises';
import { START, Unavailable } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { Build } from './build';
import { connect } from './connection';
import { EventReader } from './event-reader';
import { ensureFeedState, isLive, projectionStates } from './feed-state';
import { LiveSession } from './live-session';
import { LocalProgress } from './progress';
import type { Projection } from './projection';
import { ProjectionRun } from './projection-run';
import { assertDistinct, type ProjectionStatus, type ProjectorOptions } from './projector-options';
import { DEFAULT_BATCH, type Rebuilt, rebuildProjection } from './rebuild';
import { feedPlace } from './partitions/places';
import { PROJECTOR_LOCK } from './projector-lock';
import { Signal } from './signal';

const POLL_MS = 250;
const LOCK_POLL_MS = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Keeps the read models up to date: follows the feed with the live projections, and builds those that are new, of another
 * version, or were stopped. Of several processes one does so at a time; the others stand by.
 */
export class Projector {
  /** How far all live projections have come. */
  readonly progress: LocalProgress;

  private readonly reader: EventReader;
  private readonly signal = new Signal();
  private readonly ending = new AbortController();
  private readonly building = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private session: LiveSession | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly options: ProjectorOptions) {
    assertDistinct(options.projections);
    this.reader = new EventReader(options.events);
    this.progress = new LocalProgress(() => this.signal.wake());
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.signal.wake();
    await this.running;
  }

  /** True once the end of the feed has been reached and nothing is being built at the start. */
  caughtUp(): boolean {
    return this.session?.caughtUp === true && this.building.size === 0;
  }

  /**
   * Resolves when all that was recorded before the call can be read.
   * @throws Unavailable when that takes longer
   */
  async whenCaughtUp(timeoutMs = 30_000): Promise<void> {
    if (!this.caughtUp()) await this.becomesReady(timeoutMs);
    await this.progress.waitFor(await this.options.store.head(), undefined, timeoutMs);
  }

  status(): ProjectionStatus[] {
    const { states, behindSince } = this.session ?? {};
    const lagSeconds = behindSince ? Math.max(0, (Date.now() - behindSince.getTime()) / 1_000) : 0;
    return this.options.projections.map(({ name, version }) => {
      const state = states?.get(name);
      if (this.building.has(name) || !state) return { name, version, state: 'building', position: START, lagSeconds };
      if (state.error === null) return { name, version, state: 'live', position: this.progress.position, lagSeconds };
      return { name, version, state: 'stopped', position: state.stoppedAt ?? START, lagSeconds, error: state.error };
    });
  }

  /**
   * Builds a projection anew while it stays readable; see `rebuildProjection`. A stopped one goes on if it succeeds.
   * @throws Error; ProjectionStopped, and all stays as it was
   */
  async rebuild(name: string): Promise<Rebuilt> {
    const rebuilt = await rebuildProjection(this.options, name);
    this.session?.recheck();
    return rebuilt;
  }

  private async run(): Promise<void> {
    const forget = this.options.store.onAppended(() => this.signal.wake());
    let pause = FIRST_PAUSE_MS;
    while (!this.ending.signal.aborted) {
      try {
        await this.follow(() => (pause = FIRST_PAUSE_MS));
      } catch (error) {
        if (this.ending.signal.aborted) break;
        if (this.session) this.session.caughtUp = false;
        this.options.onProblem?.(error as Error);
        await this.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
    forget();
  }

  private async follow(onOpen: () => void): Promise<void> {
    const client = await connect(this.options.urls.projector, 'mainstay projector');
    const over = new AbortController();
    const stop = () => over.abort();
    this.ending.signal.addEventListener('abort', stop);
    let built = Promise.resolve();
    let failure: Error | undefined;
    try {
      if (!(await this.becomesOnly(client))) return;
      // What a crash of the server may lose of the rows it also loses of the position: it is projected again.
      await client.query('set synchronous_commit = off');
      await ensureFeedState(client);
      await assertNotSharedOut(client);
      const { projections } = this.options;
      const states = await projectionStates(client);
      const missing = projections.filter((projection) => !isLive(projection, states));
      const leads = missing.length === projections.length;
      if (leads && missing.length > 0) await this.build(missing, true, over.signal);
      const session = this.liveSession(client, () => this.ending.signal.aborted || failure !== undefined);
      await session.open();
      this.session = session;
      onOpen();
      if (!leads && missing.length > 0) {
        built = this.build(missing, false, over.signal).then(
          () => session.recheck(),
          (error: Error) => {
            failure = error;
            this.signal.wake();
          },
        );
      }
      await session.follow();
      if (failure) throw failure;
    } finally {
      stop();
      this.ending.signal.removeEventListener('abort', stop);
      await built;
      await client.end().catch(() => undefined);
    }
  }

  private liveSession(client: ClientBase, ended: () => boolean): LiveSession {
    const { store, projections, batchSize = DEFAULT_BATCH, pollMs = POLL_MS, sharesProgress = false } = this.options;
    return new LiveSession({
      store,
      client,
      runs: projections.map((projection) => new ProjectionRun(projection, 'read', this.reader)),
      progress: this.progress,
      signal: this.signal,
      ended,
      batchSize,
      pollMs,
      sharesProgress,
      onCaughtUp: () => this.tellReady(),
      onProblem: (error) => this.options.onProblem?.(error),
    });
  }

  private async build(projections: readonly Projection[], leads: boolean, signal: AbortSignal): Promise<void> {
    for (const { name } of projections) this.building.add(name);
    try {
      const { store, urls, batchSize = DEFAULT_BATCH } = this.options;
      const build = new Build(projections, {
        store,
        urls,
        reader: this.reader,
        batchSize,
        leads,
        places: feedPlace,
        signal,
      });
      const { stopped } = await build.run();
      for (const reason of stopped) this.options.onProblem?.(reason);
    } finally {
      for (const { name } of projections) this.building.delete(name);
    }
  }

  /** Waits until no other process projects; false when told to end before. */
  private async becomesOnly(client: ClientBase): Promise<boolean> {
    while (!this.ending.signal.aborted) {
      const { rows } = await client.query<{ free: boolean }>(`select ${PROJECTOR_LOCK} as free`);
      if (rows[0]!.free) return true;
      await this.sleep(LOCK_POLL_MS);
    }
    return false;
  }

  private becomesReady(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const ready = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(ready);
        reject(new Unavailable('read-model.building', 'The read models are still being built.', 5));
      }, timeoutMs);
      this.waiting.add(ready);
    });
  }

  private tellReady(): void {
    if (!this.caughtUp()) return;
    for (const ready of this.waiting) ready();
    this.waiting.clear();
  }

  private async sleep(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}

/** Where processes share the tenants by partitions, one that follows the whole feed would apply everything twice. */
async function assertNotSharedOut(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('select from projection.partition limit 1');
  if (rowCount) {
    throw new Error('The read models of this database are kept by projectors that share the tenants by partitions.');
  }
}
