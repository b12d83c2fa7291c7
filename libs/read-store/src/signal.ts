/** Wakes one waiter; a wake while nobody waits is kept for the next. */
export class Signal {
  private set = false;
  private wakeUp: (() => void) | undefined;

  wake(): void {
    this.set = true;
    this.wakeUp?.();
  }

  /** Resolves when woken (true), at the latest after `ms`. */
  async wait(ms: number): Promise<boolean> {
    if (!this.set) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wakeUp = undefined;
    const woken = this.set;
    this.set = false;
    return woken;
  }
}
