import { setTimeout as delay } from 'node:timers/promises';
import type { Client, ClientBase } from 'pg';
import { connect } from '../connection';

const CHANNEL = 'mainstay_awaited';
const PAUSE_MS = 1_000;

/** Tells the projectors, wherever they run, that somebody waits for these partitions to come level with the event store. */
export async function tellAwaited(client: Pick<ClientBase, 'query'>, partitions: Iterable<number>): Promise<void> {
  await client.query('select pg_notify($1, $2)', [CHANNEL, [...partitions].join(' ')]);
}

/** Hears what is awaited. While the database is gone it hears nothing; whoever waits says so again. */
export class AwaitedListener {
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly onAwaited: (partitions: readonly number[]) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const client = await connect(this.url, 'mainstay projector').catch(() => undefined);
      if (client) await this.listen(client).catch(() => undefined);
      await client?.end().catch(() => undefined);
      await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async listen(client: Client): Promise<void> {
    const { signal } = this.ending;
    client.on('notification', ({ payload = '' }) => this.onAwaited(payload.split(' ').map(Number)));
    await client.query(`listen ${CHANNEL}`);
    // Silence may be a lost connection.
    while (!signal.aborted) {
      await client.query('select');
      await delay(PAUSE_MS, undefined, { signal });
    }
  }
}
