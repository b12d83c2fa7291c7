import { type EventStore, type FeedPage, type Position, type RecordedEvent, START } from '@mainstay/event-sourcing';
import { type ClientBase, escapeIdentifier as quoted } from 'pg';
import { applyBatch } from './batch';
import { storeClock, TenantClock } from './clock';
import { connect, isPassing, type ProjectorUrls } from './connection';
import type { EventReader } from './event-reader';
import { beginHolding, ensureFeedState, type FeedState, isLive, projectionStates, storePosition, storeState } from './feed-state';
import type { Projection } from './projection';
import { ProjectionRun, type ProjectionStopped } from './projection-run';
import { createTables, finishTables, publishTables } from './table-sql';

export interface BuildOptions {
  readonly store: EventStore;
  readonly urls: ProjectorUrls;
  readonly reader: EventReader;
  readonly batchSize: number;
  /**
   * True when nothing else projects: the build goes to the end of the feed and says where live projections start.
   * Otherwise it goes exactly as far as the live ones have come.
   */
  readonly leads: boolean;
  /** Ends the build; what it made so far is thrown away by the next. */
  readonly signal?: AbortSignal;
}

export interface BuildOutcome {
  readonly events: number;
  readonly seconds: number;
  readonly stopped: readonly ProjectionStopped[];
}

/** How long a take-over may keep readers waiting for a reader before it; then it lets everyone pass and tries again. */
const TAKE_OVER_MS = 200;

/** Builds projections anew in schemas beside the tables that are read, and takes over when level with the live ones. */
export class Build {
  private readonly clock = new TenantClock();
  private readonly stopped: { run: ProjectionRun; at: Position; reason: ProjectionStopped }[] = [];
  private position: Position = START;
  private events = 0;
  private runs: ProjectionRun[];
  private writer!: ClientBase;
  private owner!: ClientBase;

  constructor(
    private readonly projections: readonly Projection[],
    private readonly options: BuildOptions,
  ) {
    this.runs = projections.map((projection) => new ProjectionRun(projection, schemaOf(projection), options.reader));
  }

  async run(): Promise<BuildOutcome> {
    const started = performance.now();
    const { urls } = this.options;
    const owner = await connect(urls.migrate, 'mainstay build');
    const writer = await connect(urls.projector, 'mainstay build');
    try {
      Object.assign(this, { owner, writer });
      await this.prepare();
      await this.replay(await this.target());
      await this.finish();
      while (!(await this.takeOver())) await this.replay(await this.target());
      return { events: this.events, seconds: (performance.now() - started) / 1_000, stopped: this.stopped.map(({ reason }) => reason) };
    } finally {
      await Promise.all([owner.end(), writer.end()]);
    }
  }

  private async prepare(): Promise<void> {
    // Losing the last transactions in a crash costs nothing: a build that was cut short starts again.
    await this.writer.query('set synchronous_commit = off');
    await ensureFeedState(this.writer);
    for (const projection of this.projections) {
      const { rows } = await this.owner.query<{ free: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as free', [
        `mainstay build ${projection.name}`,
      ]);
      if (!rows[0]!.free) throw new Error(`The projection ${projection.name} is being rebuilt already.`);
      const schema = quoted(schemaOf(projection));
      await this.owner.query(`drop schema if exists ${schema} cascade; create schema ${schema};
        grant usage on schema ${schema} to mainstay_projector;
        ${Object.values(projection.tables).map((table) => createTables(table, schemaOf(projection))).join('')}`);
    }
  }

  /** Where to stop: undefined is the end of the feed. */
  private async target(): Promise<Position | undefined> {
    if (this.options.leads) return undefined;
    const { rows } = await this.writer.query<FeedState>('select position from projection.feed');
    return rows[0]!.position;
  }

  /** Applies everything up to the target; the next page is on its way while one is written. */
  private async replay(target: Position | undefined): Promise<void> {
    if (target !== undefined && this.position >= target) return;
    let page = await this.read(this.position);
    for (;;) {
      const events = target === undefined ? page.events : page.events.filter(({ position }) => position <= target);
      const last = page.drained || (target !== undefined && page.upTo >= target);
      const next = last ? undefined : this.read(page.upTo);
      next?.catch(() => undefined);
      this.options.signal?.throwIfAborted();
      await this.apply(events);
      this.position = last && target !== undefined ? target : page.upTo;
      if (!next) return;
      page = await next;
    }
  }

  private read(after: Position): Promise<FeedPage> {
    return this.options.store.readFeed(after, this.options.batchSize);
  }

  private async apply(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { stamps, moved } = this.clock.stamp(events);
    await this.writer.query('begin');
    for (const [run, reason] of await applyBatch(this.writer, this.runs, events, stamps)) {
      this.stopped.push({ run, at: this.position, reason });
      this.runs = this.runs.filter((other) => other !== run);
    }
    await this.writer.query('commit');
    this.clock.keep(moved);
    this.events += events.length;
  }

  private async finish(): Promise<void> {
    for (const { projection } of this.runs) {
      for (const table of Object.values(projection.tables)) {
        await this.owner.query(finishTables(table, schemaOf(projection)));
      }
    }
  }

  /** Level with the live projections, and while they are held there, the new tables take the place of the old ones. */
  private async takeOver(): Promise<boolean> {
    try {
      const live = await beginHolding(this.owner);
      if (!this.options.leads) await this.replay(live.position);
      await this.owner.query(`set local lock_timeout = ${TAKE_OVER_MS}`);
      for (const { projection } of this.runs) {
        const tables = Object.values(projection.tables);
        await this.owner.query(tables.map((table) => publishTables(table, schemaOf(projection))).join(''));
        await storeState(this.owner, projection);
      }
      await this.giveUpStopped();
      const schemas = this.projections.map((projection) => quoted(schemaOf(projection)));
      await this.owner.query(`drop schema ${schemas.join(', ')} cascade`);
      if (this.options.leads) {
        await storePosition(this.owner, this.position);
        await storeClock(this.owner, this.clock.all());
      }
      await this.owner.query('commit');
      return true;
    } catch (error) {
      await this.owner.query('rollback');
      if (isPassing(error)) return false;
      throw error;
    }
  }

  /** What cannot be built is stopped; a projection that is live meanwhile goes on as it is. */
  private async giveUpStopped(): Promise<void> {
    if (this.stopped.length === 0) return;
    const states = await projectionStates(this.owner);
    for (const { run, at, reason } of this.stopped) {
      if (!isLive(run.projection, states)) await storeState(this.owner, run.projection, { at, error: reason.message });
    }
  }
}

const schemaOf = ({ name }: Projection) => `next_${name}`;
