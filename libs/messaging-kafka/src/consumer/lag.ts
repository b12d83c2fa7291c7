/** How far a partition is behind its log. */
export interface PartitionLag {
  readonly partition: number;
  readonly events: number;
  /** Since when it has not been level with its log; 0 when it is. */
  readonly seconds: number;
}

/** Records between what is applied and the end of the log, for the partitions of this process. */
export class Lag {
  private readonly known = new Map<number, { next: number; end: number; levelAt: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The partition was taken: the records before `next` are applied. */
  begin(partition: number, next: number): void {
    this.known.set(partition, { next, end: next, levelAt: this.now() });
  }

  /** The log ends before `end`; the records before `next`, if that is said, are applied. */
  seen(partition: number, end: number, next?: number): void {
    const before = this.known.get(partition);
    const applied = next ?? before?.next ?? 0;
    const levelAt = applied >= end || !before ? this.now() : before.levelAt;
    this.known.set(partition, { next: applied, end, levelAt });
  }

  /** Only these partitions are this process's. */
  keep(partitions: readonly number[]): void {
    for (const partition of this.known.keys()) if (!partitions.includes(partition)) this.known.delete(partition);
  }

  all(): PartitionLag[] {
    return [...this.known].map(([partition, { next, end, levelAt }]) => {
      const events = Math.max(0, end - next);
      return { partition, events, seconds: events > 0 ? (this.now() - levelAt) / 1_000 : 0 };
    });
  }
}
