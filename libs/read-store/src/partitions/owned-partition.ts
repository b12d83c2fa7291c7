import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, FeedPage, Position, RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase, Pool } from 'pg';
import { storeClock, TenantClock } from '../clock';
import { type Applied, applyBatch, applyWithCare, NeedsCare } from './apply';
import type { PartitionOf } from './level';
import type { LiveRuns } from './live-runs';
import { follow, type LogBatch, type LogPlace } from './log';
import { type Poison, rejoin, storeApplied, storeParked } from './parked';
import { beginHoldingPartition, type Held, storePlace, takePartition } from './partition-state';

export interface PartitionDependencies {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly live: LiveRuns;
  readonly partitions: number;
  readonly partitionOf: PartitionOf;
  readonly owner: string;
  readonly batchSize: number;
  readonly onApplied: (partition: number, events: readonly RecordedEvent[], began: number) => void;
  readonly onParked: (poison: Poison) => void;
}

/** A partition that moved so recently is left to its log. */
const IDLE_MS = 100;
/** A server that does not answer in that time undoes it by itself when the connection is closed. */
const ROLLBACK_MS = 1_000;

/** A partition while this process holds it. Whatever is done to it is done one thing after another. */
export class OwnedPartition {
  private readonly clock = new TenantClock();
  private readonly tenants = new Map<string, boolean>();
  private turn: Promise<unknown> = Promise.resolve();
  private epoch = 0;
  private at!: LogPlace;
  /** Set while it is not known what the database holds: before the first batch, and when a commit was not answered. */
  private unsure = true;
  private movedAt = -Infinity;

  constructor(
    readonly partition: number,
    private readonly given: PartitionDependencies,
  ) {}

  get place(): LogPlace {
    return this.at;
  }

  holds(tenant: string): boolean {
    let mine = this.tenants.get(tenant);
    if (mine === undefined) {
      mine = this.given.partitionOf(tenant, this.given.partitions) === this.partition;
      this.tenants.set(tenant, mine);
    }
    return mine;
  }

  /** @throws NotSharedOut */
  take(): Promise<LogPlace> {
    return this.inTurn(async () => {
      const { pool, partitions, owner } = this.given;
      const client = await pool.connect();
      try {
        const { epoch, ...place } = await takePartition(client, this.partition, partitions, owner);
        this.epoch = epoch;
        this.at = place;
        await this.clock.load(client);
        this.unsure = false;
        client.release();
        return place;
      } catch (error) {
        client.release(true);
        throw error;
      }
    });
  }

  /**
   * Applies what is new in a batch, with its place in the log.
   * @throws Fenced; errors of a database or a store that does not answer: the same batch may be given again
   */
  apply(batch: LogBatch): Promise<void> {
    return this.inTurn(async () => {
      if (this.unsure) await this.look();
      if (batch.unreadable) await this.fill(undefined, this.at.nextOffset);
      let reading = follow(this.at, batch);
      if (reading.kind === 'gap') {
        await this.fill(reading.upTo, batch.from);
        reading = follow(this.at, batch);
        if (reading.kind === 'gap') throw new Error(`Partition ${this.partition} stands before its own log.`);
      }
      const { fresh, to } = reading;
      const size = this.given.batchSize;
      for (let from = 0; from + size < fresh.length; from += size) {
        const some = fresh.slice(from, from + size);
        const { position, offset } = some.at(-1)!;
        await this.write(eventsOf(some), { position, nextOffset: offset + 1 });
      }
      const rest = fresh.slice(fresh.length - (fresh.length % size || size));
      if (fresh.length > 0 || to.nextOffset !== this.at.nextOffset) await this.write(eventsOf(rest), to);
    });
  }

  /**
   * Comes level with the event store itself where the log brings nothing: in an idle partition no record says that there
   * is nothing more, and a log that cannot be reached must not keep people from what they wrote.
   */
  reachEnd(): Promise<void> {
    return this.inTurn(async () => {
      if (performance.now() - this.movedAt < IDLE_MS) return;
      if (this.unsure) await this.look();
      await this.fill(undefined, this.at.nextOffset);
    });
  }

  /**
   * Applies a page of the feed to a tenant that is parked at its beginning. Answers where the tenant stands now; undefined
   * when it is parked no longer, or again.
   */
  resume(tenant: string, from: Position, { events, upTo }: FeedPage): Promise<Position | undefined> {
    return this.inTurn(() =>
      this.transaction(async (client, held, apply) => {
        if (!held.parked.has(tenant)) return undefined;
        const reached = upTo < held.position ? upTo : held.position;
        const own = events.filter((event) => event.tenant === tenant && event.position <= reached);
        if (!(await apply(own, from))) return undefined;
        if (reached < held.position) {
          await storeApplied(client, tenant, reached);
          return reached;
        }
        await rejoin(client, tenant);
        return undefined;
      }),
    );
  }

  /** From the event store what the log may not have, up to a place or up to the end; then the log goes on at `nextOffset`. */
  private async fill(upTo: Position | undefined, nextOffset: number | null): Promise<void> {
    const { store, batchSize } = this.given;
    for (;;) {
      const page = await store.readFeed(this.at.position, batchSize);
      const whole = upTo === undefined || page.upTo < upTo;
      const last = page.drained || !whole;
      if (last && upTo !== undefined && whole) throw new Error(`The event store does not hold ${upTo} yet.`);
      const position = whole ? page.upTo : upTo;
      const events = page.events.filter((event) => event.position <= position && this.holds(event.tenant));
      await this.write(events, { position, nextOffset: last ? nextOffset : this.at.nextOffset });
      if (last) return;
    }
  }

  private async write(events: readonly RecordedEvent[], to: LogPlace): Promise<void> {
    const stray = events.find(({ tenant }) => !this.holds(tenant));
    if (stray) {
      throw new Error(
        `Partition ${this.partition} of ${this.given.partitions} holds an event of ${stray.tenant}, whose partition is another one.`,
      );
    }
    const began = Date.now();
    await this.transaction(async (client, held, apply) => {
      const going = held.parked.size === 0 ? events : events.filter(({ tenant }) => !held.parked.has(tenant));
      await apply(going, held.position);
      await storePlace(client, this.partition, to);
    });
    this.at = to;
    this.movedAt = performance.now();
    this.given.onApplied(this.partition, events, began);
  }

  /**
   * `apply` parks the tenants of events that cannot be applied, and answers whether there were none; `before` is the place
   * of a tenant of which nothing was applied.
   */
  private async transaction<Result>(
    work: (
      client: ClientBase,
      held: Held,
      apply: (events: readonly RecordedEvent[], before: Position) => Promise<boolean>,
    ) => Promise<Result>,
    care = false,
  ): Promise<Result> {
    const client = await this.given.pool.connect();
    let applied: Applied | undefined;
    let broken = false;
    try {
      const held = await beginHoldingPartition(client, this.partition, this.epoch);
      if (held.position !== this.at.position || held.nextOffset !== this.at.nextOffset) {
        this.unsure = true;
        throw new Error(`Partition ${this.partition} stands elsewhere: the database has lost its last transactions.`);
      }
      const result = await work(client, held, async (events, before) => {
        const live = await this.given.live.of(client, held.generation);
        applied = await (care ? applyWithCare : applyBatch)(client, live, events, this.clock);
        for (const { applied: place, ...poison } of applied.poison) await storeParked(client, poison, place ?? before);
        await storeClock(client, applied.moved);
        return applied.poison.length === 0;
      });
      this.unsure = true;
      await client.query('commit');
      this.unsure = false;
      if (applied) this.clock.keep(applied.moved);
      for (const { event, projections, error } of applied?.poison ?? []) {
        this.given.onParked({ event, projections, error });
      }
      return result;
    } catch (error) {
      const undone = client.query('rollback').then(
        () => true,
        () => false,
      );
      broken = !(await Promise.race([undone, delay(ROLLBACK_MS, false)]));
      if (!(error instanceof NeedsCare)) throw error;
    } finally {
      client.release(broken);
    }
    return this.transaction(work, true);
  }

  /** What the database holds, after a commit of which no answer came. @throws Fenced */
  private async look(): Promise<void> {
    const client = await this.given.pool.connect();
    let broken = true;
    try {
      const { position, nextOffset } = await beginHoldingPartition(client, this.partition, this.epoch);
      await this.clock.load(client);
      await client.query('commit');
      this.at = { position, nextOffset };
      this.unsure = false;
      broken = false;
    } finally {
      client.release(broken);
    }
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

const eventsOf = (records: readonly { readonly event?: RecordedEvent }[]) =>
  records.flatMap(({ event }) => (event ? [event] : []));
