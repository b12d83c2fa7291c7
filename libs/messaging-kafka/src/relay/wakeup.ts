/** Wakes one waiter; a wake while nobody waits is kept for the next. */
export class Wakeup {
  private owed = false;
  private wakeUp: (() => void) | undefined;

  wake(): void {
    this.owed = true;
    this.wakeUp?.();
  }

  /** Resolves when woken, at the latest after `ms`. */
  async wait(ms: number): Promise<void> {
    if (!this.owed) await this.sleep(ms);
    this.owed = false;
  }

  private async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }
}
