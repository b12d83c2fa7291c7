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
  private opening: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private reconnect: NodeJS.Timeout | undefined;
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
    if (!this.timer) this.notify();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.reconnect);
    this.listeners.clear();
    await this.opening;
    await this.client?.end().catch(() => undefined);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private notify(): void {
    if (!this.client || !this.owed) return;
    this.owed = false;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.notify();
    }, NOTIFY_EVERY);
    this.client.query(`notify ${CHANNEL}`).catch(() => undefined);
  }

  private open(): void {
    if (this.client || this.closed || this.reconnect) return;
    this.opening ??= this.connect().finally(() => (this.opening = undefined));
  }

  private async connect(): Promise<void> {
    let client: Client | undefined;
    const lost = () => {
      if (client && this.client !== client) return;
      this.client = undefined;
      if (this.closed) return;
      this.reconnect = setTimeout(() => {
        this.reconnect = undefined;
        this.open();
      }, RECONNECT_AFTER).unref();
    };
    try {
      client = await openClient(this.url, {}, lost);
      const self = (client as unknown as { processID: number }).processID;
      client.on('notification', ({ processId }) => {
        if (processId !== self) this.tell();
      });
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      this.tell(); // something may have been missed
      this.notify();
    } catch {
      void client?.end().catch(() => undefined);
      lost();
    }
  }
}
