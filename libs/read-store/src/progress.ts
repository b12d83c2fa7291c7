import { type Position, START, Unavailable } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';

const TIMEOUT_MS = 5_000;
const POLL_MS = 25;

/** How far the read models have come. */
export interface Progress {
  /**
   * Resolves when every live projection has passed the position.
   * @throws Unavailable (503 with Retry-After) when that takes longer than `timeoutMs` (5,000)
   */
  waitFor(position: Position, timeoutMs?: number): Promise<void>;
}

const late = () =>
  new Unavailable('read-model.behind', 'What was just recorded is not readable yet. Try again in a moment.');

/** In the process that runs the projector: told at once. */
export class LocalProgress implements Progress {
  private reached: Position = START;
  private readonly waiting = new Set<{ position: Position; done: () => void }>();

  /** @param onWaiting called when someone waits for what has not been reached yet */
  constructor(private readonly onWaiting: () => void) {}

  get position(): Position {
    return this.reached;
  }

  get awaited(): boolean {
    return this.waiting.size > 0;
  }

  advance(position: Position): void {
    this.reached = position;
    for (const entry of this.waiting) {
      if (entry.position > position) continue;
      this.waiting.delete(entry);
      entry.done();
    }
  }

  async waitFor(position: Position, timeoutMs = TIMEOUT_MS): Promise<void> {
    if (position <= this.reached) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(entry);
        reject(late());
      }, timeoutMs);
      const entry = {
        position,
        done: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.waiting.add(entry);
      this.onWaiting();
    });
  }
}

/** In a process without projector: asks the database, whose projector must be told to share its progress. */
export class StoredProgress implements Progress {
  private reached: Position = START;

  constructor(private readonly database: Pick<ClientBase, 'query'>) {}

  async waitFor(position: Position, timeoutMs = TIMEOUT_MS): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (position > this.reached) {
      const { rows } = await this.database.query<{ position: Position }>('select position from projection.feed');
      this.reached = rows[0]?.position ?? START;
      if (position <= this.reached) return;
      if (performance.now() > deadline) throw late();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
