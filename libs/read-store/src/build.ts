import { type EventStore, type FeedPage, type Position, type RecordedEvent, START } from '@mainstay/event-sourcing';
import { setImmediate as underWay } from 'node:timers/promises';
import { type ClientBase, escapeIdentifier as quoted } from 'pg';
import { BuildKeys } from './build-keys';
import { BuildLane } from './build-lane';
import { storeClock, TenantClock } from './clock';
import { connect, isPassing, type ProjectorUrls } from './connection';
import type { EventReader } from './event-reader';
import { ensureFeedState, isLive, projectionStates, storeState } from './feed-state';
import { isBetween, type Level, spanBetween } from './partitions/level';
import { loadSkips } from './partitions/parked';
import type { Places } from './partitions/places';
import type { Projection } from './projection';
import { ProjectionRun, type ProjectionStopped } from './projection-run';
import { createTables, publishTables } from './table-sql';

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
  readonly places: Places;
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
const LANES = 3;

/** Builds projections anew in schemas beside the tables that are read, and takes over when level with the live ones. */
export class Build {
  private readonly clock = new TenantClock();
  private readonly lanes: BuildLane[] = [];
  /** What has been applied. */
  private level: Level | undefined;
  private position: Position = START;
  private events = 0;
  private owner!: ClientBase;

  constructor(
    private readonly projections: readonly Projection[],
    private readonly options: BuildOptions,
  ) {}

  async run(): Promise<BuildOutcome> {
    const started = performance.now();
    const owner = await connect(this.options.urls.migrate, 'mainstay build');
    try {
      this.owner = owner;
      await owner.query("set maintenance_work_mem = '256MB'");
      await ensureFeedState(owner);
      await this.createTables();
      await this.openLanes();
      await this.replay(await this.target());
      for (const lane of this.lanes) await lane.finish();
      while (!(await this.takeOver())) await this.replay(await this.target());
      const stopped = this.givenUp().map(({ reason }) => reason);
      return { events: this.events, seconds: (performance.now() - started) / 1_000, stopped };
    } finally {
      await Promise.allSettled(this.lanes.map((lane) => lane.settled()));
      await Promise.all([owner.end(), ...this.lanes.map(({ client }) => client.end())]);
    }
  }

  private async createTables(): Promise<void> {
    for (const projection of this.projections) {
      const lock = `select pg_try_advisory_lock(hashtextextended($1, 0)) as free`;
      const { rows } = await this.owner.query<{ free: boolean }>(lock, [`mainstay build ${projection.name}`]);
      if (!rows[0]!.free) throw new Error(`The projection ${projection.name} is being rebuilt already.`);
      const schema = schemaOf(projection);
      await this.owner.query(`drop schema if exists ${quoted(schema)} cascade; create schema ${quoted(schema)};
        grant usage on schema ${quoted(schema)} to mainstay_projector;
        ${tablesOf(projection)
          .map((table) => createTables(table, schema))
          .join('')}`);
    }
  }

  private async openLanes(): Promise<void> {
    const runs = this.projections.map(
      (projection) => new ProjectionRun(projection, schemaOf(projection), this.options.reader),
    );
    const skips = await loadSkips(this.owner);
    for (const run of runs) {
      run.bulk = true;
      run.skip(skips);
    }
    const keys = new BuildKeys(this.owner, !this.options.leads);
    for (let lane = 0; lane < Math.min(LANES, runs.length); lane++) {
      const client = await connect(this.options.urls.projector, 'mainstay build');
      this.lanes.push(
        new BuildLane(
          client,
          keys,
          runs.filter((_, index) => index % LANES === lane),
        ),
      );
      // Losing the last transactions in a crash costs nothing: a build that was cut short starts again.
      await client.query('set synchronous_commit = off');
    }
  }

  /** Where to stop: undefined is the end of the feed. */
  private async target(): Promise<Level | undefined> {
    return this.options.leads ? undefined : this.options.places.now(this.owner);
  }

  /** Applies everything up to the target; pages are read, worked out and written at the same time. */
  private async replay(target: Level | undefined): Promise<void> {
    const from = this.level ?? target?.beginning();
    const span = target && spanBetween(from!, target);
    if (target && !span) return;
    if (span) this.position = span.after;
    let page = await this.read(this.position);
    for (;;) {
      this.options.signal?.throwIfAborted();
      const last = page.drained || (span !== undefined && page.upTo >= span.upTo);
      const next = last ? undefined : this.read(page.upTo);
      next?.catch(() => undefined);
      await underWay();
      await this.apply(target ? page.events.filter((event) => isBetween(from!, target, event)) : page.events);
      this.position = page.upTo;
      if (!next) break;
      page = await next;
    }
    this.level = target;
    await Promise.all(this.lanes.map((lane) => lane.settled()));
  }

  private read(after: Position): Promise<FeedPage> {
    return this.options.store.readFeed(after, this.options.batchSize);
  }

  private async apply(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { stamps, moved } = this.clock.stamp(events);
    await Promise.all(this.lanes.map((lane) => lane.apply(this.position, events, stamps)));
    this.clock.keep(moved);
    this.events += events.length;
  }

  /** Level with the live projections, and while they are held there, the new tables take the place of the old ones. */
  private async takeOver(): Promise<boolean> {
    const { leads, places } = this.options;
    try {
      const live = await places.hold(this.owner);
      if (!leads) await this.replay(live);
      await this.owner.query(`set local lock_timeout = ${TAKE_OVER_MS}`);
      for (const { projection } of this.runs()) {
        const publish = tablesOf(projection).map((table) => publishTables(table, schemaOf(projection)));
        await this.owner.query(publish.join(''));
        await storeState(this.owner, projection);
      }
      await this.storeGivenUp();
      await this.owner.query(
        `drop schema ${this.projections.map((projection) => quoted(schemaOf(projection))).join(', ')} cascade`,
      );
      if (leads) {
        await places.startAt(this.owner, this.position);
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
  private async storeGivenUp(): Promise<void> {
    const states = await projectionStates(this.owner);
    for (const { run, at, reason } of this.givenUp()) {
      if (!isLive(run.projection, states)) await storeState(this.owner, run.projection, { at, error: reason.message });
    }
  }

  private runs(): ProjectionRun[] {
    return this.lanes.flatMap(({ runs }) => runs);
  }

  private givenUp() {
    return this.lanes.flatMap(({ givenUp }) => givenUp);
  }
}

const schemaOf = ({ name }: Projection) => `next_${name}`;
const tablesOf = ({ tables }: Projection) => Object.values(tables);
