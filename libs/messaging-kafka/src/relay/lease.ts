import { setTimeout as delay } from 'node:timers/promises';
import { type Position, START } from '@mainstay/event-sourcing';
import { Client } from 'pg';

export interface LeaseOptions {
  /** Address of the database for the role `projector`. */
  readonly url: string;
  /** What is led: the topic. One process at a time holds the lease of a name. */
  readonly name: string;
  /** Who asks, for people who look. */
  readonly holder: string;
  /** How long the database waits for a sign of life before it gives the lease to another (ms). */
  readonly leaseMs: number;
}

/** Another process leads, or may: whatever this one still has to send would come after what the other has sent. */
export class Fenced extends Error {
  constructor(reason: string) {
    super(`This relay leads no longer: ${reason}.`);
    this.name = 'Fenced';
  }
}

const RETRY_MS = 500;

/**
 * The right to relay. Held by an advisory lock of a session that the database itself ends when it hears nothing for the time
 * of the lease, be the process dead, paused or cut off; the epoch refuses whatever a former leader still writes.
 */
export class Lease {
  private heardAt: number;
  private lost: Error | undefined;
  private asking = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly beats: NodeJS.Timeout;

  private constructor(
    private readonly client: Client,
    private readonly options: LeaseOptions,
    readonly epoch: string,
    /** Where the leader before had come to. */
    readonly position: Position,
    takenAt: number,
  ) {
    this.heardAt = takenAt;
    client.on('end', () => (this.lost ??= new Error('the database ended the session')));
    this.beats = setInterval(() => void this.beat(), options.leaseMs / 3).unref();
  }

  /** Waits until no other process holds the lease; undefined when told to end before. `standBy` is called while another does. */
  static async take(options: LeaseOptions, ending: AbortSignal, standBy: () => void): Promise<Lease | undefined> {
    const client = new Client({
      connectionString: options.url,
      application_name: 'mainstay relay',
      connectionTimeoutMillis: 5_000,
      query_timeout: options.leaseMs,
      keepAlive: true,
      options: `-c idle_session_timeout=${options.leaseMs}`,
    });
    client.on('error', () => undefined); // shows at the next query
    try {
      await client.connect();
      while (!ending.aborted) {
        const askedAt = performance.now();
        const { rows } = await client.query<{ free: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
          [`mainstay relay ${options.name}`],
        );
        if (rows[0]!.free) return await Lease.begin(client, options, askedAt);
        standBy();
        await delay(Math.min(RETRY_MS, options.leaseMs / 3), undefined, { signal: ending }).catch(() => undefined);
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return undefined;
  }

  private static async begin(client: Client, options: LeaseOptions, askedAt: number): Promise<Lease> {
    const { rows } = await client.query<{ epoch: string; position: Position }>(
      `insert into relay.checkpoint as c (name, position, epoch, leader) values ($1, $2, 1, $3)
       on conflict (name) do update set epoch = c.epoch + 1, leader = excluded.leader, leader_since = now()
       returning epoch, position`,
      [options.name, START, options.holder],
    );
    return new Lease(client, options, rows[0]!.epoch, rows[0]!.position, askedAt);
  }

  /** @throws Fenced when the lease may have passed to another process */
  assertHeld(): void {
    if (this.lost) throw new Fenced(this.lost.message);
    const silence = performance.now() - this.heardAt;
    if (silence > this.options.leaseMs) {
      throw new Fenced(`the database has not been heard for ${(silence / 1_000).toFixed(1)} s`);
    }
  }

  /**
   * Everything before `position` has been relayed.
   * @throws Fenced when another process has become the leader
   */
  async save(position: Position): Promise<void> {
    const { rowCount } = await this.ask(
      'update relay.checkpoint set position = $2, saved_at = now() where name = $1 and epoch = $3',
      [this.options.name, position, this.epoch],
    );
    if (rowCount === 0) throw (this.lost = new Fenced('another process leads'));
  }

  async release(): Promise<void> {
    clearInterval(this.beats);
    await this.client.end().catch(() => undefined);
  }

  private async beat(): Promise<void> {
    if (this.asking === 0) await this.ask('select', []).catch((error: Error) => (this.lost ??= error));
  }

  private ask(text: string, values: unknown[]): Promise<{ rowCount: number | null }> {
    this.asking++;
    const asked = this.last.then(async () => {
      const askedAt = performance.now();
      const result = await this.client.query(text, values);
      this.heardAt = askedAt;
      return result;
    });
    this.last = asked.then(
      () => this.asking--,
      () => this.asking--,
    );
    return asked;
  }
}
