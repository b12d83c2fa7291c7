import type { Client } from 'pg';
import { openClient } from './connection';

const CHANNEL = 'mainstay_events';
/** Milliseconds between two notifications to other processes. */
const NOTIFY_EVERY = 20;
const RECONNECT_AFTER = 500;

/**
 * Tells listeners that the feed has grown: at once for what this process appended, through Postgres for the others.
 * NOTIFY never rides in an append's transaction, where it would make all commits wait in line.
 */
export class Notifications {
  private readonly listeners = new Set<() => void>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  /** A notification is under way, or was a moment ago. */
  private resting = false;
  private owed = false;
  private closed = false;

  constructor(private readonly url: string) {}

  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    this.open();
    return () => this.listeners.delete(listener);
  }

  /** This process has appended. */
  appended(): void {
    this.tell();
    this.owed = true;
    this.open();
    void this.notify();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.reconnect);
    this.listeners.clear();
    await this.connecting;
    await this.client?.end().catch(() => undefined);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private async notify(): Promise<void> {
    if (!this.client || !this.owed || this.resting) return;
    this.owed = false;
    this.resting = true;
    await this.client.query(`notify ${CHANNEL}`).catch(() => undefined);
    setTimeout(() => {
      this.resting = false;
      if (!this.closed) void this.notify();
    }, NOTIFY_EVERY).unref();
  }

  private open(): void {
    if (this.client || this.closed || this.reconnect) return;
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
  }

  private async connect(): Promise<void> {
    let client: Client | undefined;
    try {
      client = await openClient(this.url, {}, (lost) => {
        if (this.client === lost) this.openLater();
      });
      const self = (client as unknown as { processID: number }).processID;
      client.on('notification', ({ processId }) => {
        if (processId !== self) this.tell();
      });
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      this.tell(); // something may have been missed
      void this.notify();
    } catch {
      void client?.end().catch(() => undefined);
      this.openLater();
    }
  }

  private openLater(): void {
    this.client = undefined;
    if (this.closed) return;
    this.reconnect = setTimeout(() => {
      this.reconnect = undefined;
      this.open();
    }, RECONNECT_AFTER).unref();
  }
}
