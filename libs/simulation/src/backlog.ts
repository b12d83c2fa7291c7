/** What waits in order, as counts by the second it was recorded in. Tells how old the oldest is. */
export class Backlog {
  private readonly batches: { readonly recordedAt: number; events: number }[] = [];
  private first = 0;
  private total = 0;

  get events(): number {
    return this.total;
  }

  add(recordedAt: number, events: number): void {
    if (events <= 0) return;
    const last = this.batches.at(-1);
    if (last && this.batches.length > this.first && last.recordedAt === recordedAt) last.events += events;
    else this.batches.push({ recordedAt, events });
    this.total += events;
  }

  /** Takes up to `capacity` events, the oldest first, and hands each part on. Returns how many it took. */
  take(capacity: number, pass: (recordedAt: number, events: number) => void = () => undefined): number {
    let left = capacity;
    while (left > 0 && this.first < this.batches.length) {
      const batch = this.batches[this.first]!;
      const taken = Math.min(left, batch.events);
      batch.events -= taken;
      left -= taken;
      pass(batch.recordedAt, taken);
      // Shares are fractions of events: what rounding leaves of a batch is nothing.
      if (batch.events > 1e-6) break;
      this.first++;
    }
    this.total = this.first === this.batches.length ? 0 : this.total - (capacity - left);
    // What was taken is dropped now and then, not at every step.
    if (this.first > 1_024) {
      this.batches.splice(0, this.first);
      this.first = 0;
    }
    return capacity - left;
  }

  /** Seconds since the oldest waiting event was recorded; 0 when nothing waits. */
  age(now: number): number {
    const oldest = this.batches[this.first];
    return oldest ? now - oldest.recordedAt : 0;
  }
}
