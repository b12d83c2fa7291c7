/** How one answer stands on its way to the record. */
export interface Entry<Answer> {
  readonly answer: Answer;
  /** `reason`: it changes what was said before, and waits for the person to say why. */
  readonly state: 'waiting' | 'saving' | 'saved' | 'reason' | 'failed';
  /** What went wrong, where it failed. */
  readonly why?: string;
}

/** @throws Error whose message can be shown */
export type Save<Answer> = (actionId: string, answer: Answer, reason?: string) => Promise<'saved' | 'reason-needed'>;

/** Time to think again before an answer is recorded: from then on a change is a correction. */
const DELAY_MS = 900;

/**
 * Saves answers by itself, one after another, so that those of one person never get in each other's way. Nothing said is
 * forgotten: what could not be saved stays until it is saved or discarded.
 */
export class AnswerBook<Answer> {
  private entries: ReadonlyMap<string, Entry<Answer>> = new Map();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private queue: Promise<void> = Promise.resolve();

  private recorded = new Map<string, Answer>();

  /** @param asksWhy whether the later answer changes what the earlier, recorded one said */
  constructor(
    private readonly save: Save<Answer>,
    private readonly asksWhy: (before: Answer, after: Answer) => boolean = () => false,
  ) {}

  /** What the record says by now. */
  read(answers: Iterable<readonly [actionId: string, answer: Answer]>): void {
    this.recorded = new Map(answers);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = (): ReadonlyMap<string, Entry<Answer>> => this.entries;

  /** The last word counts: saying something else in time replaces what was about to be saved. */
  say(actionId: string, answer: Answer): void {
    this.stopWaiting(actionId);
    const before = this.recorded.get(actionId);
    if (before !== undefined && this.asksWhy(before, answer)) return this.put(actionId, { answer, state: 'reason' });
    this.put(actionId, { answer, state: 'waiting' });
    this.timers.set(
      actionId,
      setTimeout(() => this.send(actionId), DELAY_MS),
    );
  }

  /** Sends what waits for a reason, or tries again. */
  send(actionId: string, reason?: string): void {
    this.stopWaiting(actionId);
    const entry = this.entries.get(actionId);
    if (!entry) return;
    const sent: Entry<Answer> = { answer: entry.answer, state: 'saving' };
    this.put(actionId, sent);
    this.queue = this.queue.then(async () => {
      const outcome = await this.outcome(actionId, entry.answer, reason);
      if (this.entries.get(actionId) === sent) this.put(actionId, { answer: entry.answer, ...outcome });
    });
  }

  /** Back to what the record says. */
  discard(actionId: string): void {
    this.stopWaiting(actionId);
    this.put(actionId, undefined);
  }

  /** Saves at once what waits; resolves when everything sent has been answered. */
  async flush(): Promise<void> {
    for (const actionId of [...this.timers.keys()]) this.send(actionId);
    await this.queue;
  }

  private async outcome(
    actionId: string,
    answer: Answer,
    reason?: string,
  ): Promise<Pick<Entry<Answer>, 'state' | 'why'>> {
    try {
      if ((await this.save(actionId, answer, reason)) !== 'saved') return { state: 'reason' };
      this.recorded.set(actionId, answer);
      return { state: 'saved' };
    } catch (error) {
      return { state: 'failed', why: (error as Error).message };
    }
  }

  private stopWaiting(actionId: string): void {
    clearTimeout(this.timers.get(actionId));
    this.timers.delete(actionId);
  }

  private put(actionId: string, entry: Entry<Answer> | undefined): void {
    const entries = new Map(this.entries);
    if (entry) entries.set(actionId, entry);
    else entries.delete(actionId);
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}
