import { type Position, START, Unavailable } from '@mainstay/event-sourcing';

export const PROGRESS_TIMEOUT_MS = 5_000;

/** How far the read models have come. */
export interface Progress {
  /**
   * Resolves when every live projection has passed the position, as far as the tenant goes.
   * @throws Unavailable (503 with Retry-After) when that takes longer than `timeoutMs` (5,000), or the tenant is parked
   */
  waitFor(position: Position, tenant: string, timeoutMs?: number): Promise<void>;
}

export const late = () =>
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

  async waitFor(position: Position, _tenant?: string, timeoutMs = PROGRESS_TIMEOUT_MS): Promise<void> {
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
